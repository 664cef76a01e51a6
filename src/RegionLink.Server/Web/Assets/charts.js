// Draws a chart above the table that holds its numbers. Without this script the table is all there is, and it is enough.
// The library (ECharts, Apache-2.0) is fetched only when a chart comes into sight.
'use strict';

(() => {
  const boxes = [...document.querySelectorAll('.chart[data-chart]')];
  let library;

  const load = (address) => (library ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => done(window.echarts);
    script.onerror = failed;
    document.head.append(script);
  }));

  const style = getComputedStyle(document.documentElement);
  const colours = ['--brand-2', '--missed', '--met', '--at-risk', '--sample', '--unknown', '--ink'].map((name) => style.getPropertyValue(name).trim());

  const read = (box) => {
    const table = document.getElementById(box.dataset.table);
    const heads = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent.trim());
    const rows = [...table.tBodies[0].rows].map((row) => ({
      name: row.cells[0].textContent.replace(/\s+/g, ' ').trim(),
      dashed: row.dataset.dashed === 'true',
      values: [...row.cells].slice(1).map((cell) => (cell.dataset.value ? Number(cell.dataset.value) : null)),
    })).filter((row) => row.values.some((value) => value !== null));   // what has no value needs no place in the legend
    return { heads, rows };
  };

  const options = (box, { heads, rows }) => {
    const numbers = new Intl.NumberFormat(box.dataset.lang === 'en' ? 'en-GB' : 'vi-VN', { maximumFractionDigits: 2 });
    const unit = box.dataset.unit;
    const percent = unit === '%';
    const number = (value) => numbers.format(value) + (percent ? '%' : '');
    const show = (value) => (value === null || value === undefined ? '–' : `${number(value)}${percent ? '' : ` ${unit}`}`);
    const ink = style.getPropertyValue('--ink-2');
    const line = box.dataset.line ? Number(box.dataset.line) : null;
    return {
      animation: false,   // calm, and a single point shows at once
      aria: { enabled: false },   // the table below says it in words
      color: colours,
      textStyle: { fontFamily: style.fontFamily },
      grid: { left: 8, right: 24, top: percent && !box.dataset.mark ? 16 : 40, bottom: 40, containLabel: true },
      graphic: box.dataset.mark
        ? [{ type: 'text', right: 8, top: 4, style: { text: `▨ ${box.dataset.mark}`, fill: style.getPropertyValue('--sample'), font: `500 14px ${style.fontFamily}` } }]
        : [],
      legend: { type: 'scroll', bottom: 0, textStyle: { color: style.getPropertyValue('--ink') } },
      tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: show },
      xAxis: { type: 'category', data: heads, axisLabel: { color: ink } },
      yAxis: { type: 'value', name: percent ? '' : unit, nameTextStyle: { align: 'left', color: ink }, axisLabel: { formatter: number, color: ink, showMaxLabel: line === null } },
      series: rows.map((row, index) => ({
        name: row.name,
        type: box.dataset.chart,
        data: row.values,
        symbol: ['circle', 'rect', 'triangle', 'diamond'][index % 4],
        symbolSize: 9,
        lineStyle: { width: 2.5, type: row.dashed ? 'dashed' : 'solid' },
        barMaxWidth: 40,
        markLine: line !== null && index === 0
          ? { silent: true, symbol: 'none', data: [{ yAxis: line, name: box.dataset.lineName }], lineStyle: { color: colours[6], type: 'solid', width: 1.5 }, label: { formatter: box.dataset.lineName, position: 'insideStartTop', color: colours[6] } }
          : undefined,
      })),
    };
  };

  const draw = async (box) => {
    const echarts = await load(box.dataset.library);
    const chart = echarts.init(box, null, { renderer: 'canvas' });
    const option = options(box, read(box));
    if (box.dataset.line) {
      const most = Math.max(Number(box.dataset.line), ...option.series.flatMap((s) => s.data.filter((v) => v !== null)));
      option.yAxis.max = Math.ceil(most * 12) / 10;
    }
    chart.setOption(option);
    new ResizeObserver(() => chart.resize()).observe(box);
  };

  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) {
        seen.unobserve(target);
        draw(target).catch(() => { target.hidden = true; });
      }
    }
  }, { rootMargin: '200px' });

  for (const box of boxes) {
    box.hidden = false;
    box.setAttribute('aria-hidden', 'true');
    seen.observe(box);
  }
})();
