// A register of official documents: SOAP 1.1, basic authentication. ILLUSTRATIVE: every document is made up.
import { days, serve, steady } from './serving.mjs';

const login = process.env.KEY ?? '';
const type = 'text/xml; charset=utf-8';

serve((request, body) => {
  if (login !== '' && request.headers.authorization !== `Basic ${Buffer.from(login).toString('base64')}`) return fault(401, 'Chưa đăng nhập');
  const units = [...body.matchAll(/<maDonVi>([^<]*)<\/maDonVi>/g)].map((found) => found[1]);
  const [, from = ''] = /<tuNgay>([^<]*)<\/tuNgay>/.exec(body) ?? [];
  const [, to = ''] = /<denNgay>([^<]*)<\/denNgay>/.exec(body) ?? [];
  if (!body.includes('<ThongKeVanBan ')) return fault(500, 'Không có thao tác này');
  const period = days(from, to);
  return envelope(`<v:ThongKeVanBanResponse xmlns:v="urn:van-ban:minh-hoa">${units.filter((unit) => unit === '80').map((unit) => counted(unit, period)).join('')}</v:ThongKeVanBanResponse>`);
});

function counted(unit, period) {
  const received = period.reduce((sum, day) => sum + 60 + steady(`den ${unit} ${day}`, 25), 0);
  const sent = period.reduce((sum, day) => sum + 35 + steady(`di ${unit} ${day}`, 15), 0);
  const signed = period.reduce((sum, day) => sum + 30 + steady(`ky ${unit} ${day}`, 6), 0);
  return `<v:ketQua><v:maDonVi>${unit}</v:maDonVi><v:vanBanDen>${received}</v:vanBanDen><v:vanBanDi>${sent}</v:vanBanDi><v:kySo>${signed}</v:kySo><v:ghiChu>Số liệu minh hoạ &amp; không thật</v:ghiChu></v:ketQua>`;
}

function envelope(content, status = 200) {
  return { status, type, body: `<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${content}</s:Body></s:Envelope>` };
}

function fault(status, text) {
  return envelope(`<s:Fault><faultcode>s:Client</faultcode><faultstring>${text}</faultstring></s:Fault>`, status);
}
