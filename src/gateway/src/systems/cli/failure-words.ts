import type { FailureKind } from '../upstream/failure.js';

/** What a failed call means to the person who connects the system, and what to look at. */
export const failureWords: Readonly<Record<FailureKind, { readonly vi: string; readonly en: string }>> = {
  unreachable: {
    vi: 'không nối được: xem lại địa chỉ, tường lửa, chứng thư, và hệ thống có đang chạy không.',
    en: 'cannot be reached: check the address, the firewall, the certificate, and whether the system runs.',
  },
  timeout: {
    vi: 'không trả lời kịp: xem lại mạng, hoặc tăng "timeoutMs".',
    en: 'did not answer in time: check the network, or raise "timeoutMs".',
  },
  rejected: {
    vi: 'từ chối câu hỏi: xem lại tài khoản, đường dẫn, tên bảng hay thao tác.',
    en: 'refused the request: check the credential, the path, the names of tables or operations.',
  },
  garbage: {
    vi: 'trả lời không đọc được như tệp đã khai: xem lại "items", "from" và "type".',
    en: 'answered something that does not read as the file says: check "items", "from" and "type".',
  },
  'too-large': {
    vi: 'trả lời quá lớn: hãy hỏi hẹp hơn.',
    en: 'answered too much: ask a narrower question.',
  },
  busy: { vi: 'đang có quá nhiều câu hỏi chờ.', en: 'has too many calls waiting.' },
  resting: { vi: 'vừa lỗi nhiều lần nên đang được để yên.', en: 'failed often lately and is left alone for a while.' },
};
