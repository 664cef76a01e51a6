// A register of training courses: OData v4, server-driven paging. ILLUSTRATIVE: every course is made up.
import { serve, steady } from './serving.mjs';

const pageSize = 3;
const titles = ['Kỹ năng số cơ bản', 'An toàn thông tin cho cán bộ xã', 'Khai thác dữ liệu dùng chung', 'Ký số và văn bản điện tử', 'Tổ công nghệ số cộng đồng'];
const courses = titles.map((title, i) => ({
  MaLop: `MH-${i + 1}`,
  MaDonVi: '80',
  TenLop: `${title} (minh hoạ)`,
  NgayBatDau: `2026-0${i + 4}-1${i}`,
  SoHocVien: 25 + steady(title, 40),
  TrucTuyen: i % 2 === 1,
}));

serve((request) => {
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname !== '/odata/LopTapHuan') return { status: 404, body: '{"error":{"code":"NotFound"}}' };
  const filter = /^MaDonVi in \(((?:'[^']*',?)+)\)$/.exec(url.searchParams.get('$filter') ?? '');
  if (filter === null) return { status: 400, body: '{"error":{"code":"BadFilter"}}' };
  const units = filter[1].split(',').map((text) => text.slice(1, -1));
  const wanted = (url.searchParams.get('$select') ?? 'MaDonVi').split(',');
  const skip = Number(url.searchParams.get('$skiptoken') ?? 0);
  const all = courses.filter((course) => units.includes(course.MaDonVi));
  const value = all.slice(skip, skip + pageSize).map((course) => Object.fromEntries(wanted.map((name) => [name, course[name]])));
  const next = new URL(url);
  next.searchParams.set('$skiptoken', String(skip + pageSize));
  const more = skip + pageSize < all.length ? { '@odata.nextLink': `LopTapHuan${next.search}` } : {};
  return { body: JSON.stringify({ '@odata.context': '$metadata#LopTapHuan', value, ...more }) };
});
