// A hotline system such as 1022: REST with JSON, an API key in a header. ILLUSTRATIVE: every number is made up.
import { days, serve, steady } from './serving.mjs';

const key = process.env.KEY ?? '';
const known = new Set(['79']);

serve((request) => {
  const url = new URL(request.url, 'http://localhost');
  if (key !== '' && request.headers['x-api-key'] !== key) return { status: 401, body: '{"loi":"Thiếu khóa"}' };
  const units = (url.searchParams.get('don_vi') ?? '').split(',').filter((unit) => known.has(unit));
  switch (url.pathname) {
    case '/api/thong-ke': {
      const period = days(url.searchParams.get('tu') ?? '', url.searchParams.get('den') ?? '');
      return ok(units.map((unit) => counted(unit, period)));
    }
    case '/api/tong-quan':
      return ok(units.map((unit) => ({ ma_don_vi: unit, dang_xu_ly: 40 + steady(`open ${unit}`, 30), linh_vuc_nhieu_nhat: 'Hạ tầng giao thông' })));
    default:
      return { status: 404, body: '{"loi":"Không có"}' };
  }
});

function counted(unit, period) {
  const received = period.reduce((sum, day) => sum + 180 + steady(`${unit} ${day}`, 60), 0);
  const late = period.reduce((sum, day) => sum + steady(`late ${unit} ${day}`, 9), 0);
  return { ma_don_vi: unit, tiep_nhan: received, xu_ly: { dung_han: received - late, qua_han: late } };
}

function ok(rows) {
  return { body: JSON.stringify({ minh_hoa: true, du_lieu: rows }) };
}
