import type { FieldMapping, ListField, Read, SystemFile } from './config/system-file.js';

const frame = `
"""Số thập phân giữ nguyên từng chữ số, gửi dưới dạng chuỗi / A decimal kept digit for digit, sent as text"""
scalar Decimal
"""Ngày, ví dụ 2026-11-22 / A day, such as 2026-11-22"""
scalar Date
"""Thời điểm ISO 8601 / An instant, ISO 8601"""
scalar DateTime

type Query {
  """Các hệ thống mà địa phương đã nối / The systems that provinces have connected"""
  connectedSystems(
    """Chỉ của đơn vị này, ví dụ 79@2025-07-01 / Of this unit only"""
    unit: ID
  ): [ConnectedSystem!]!
}

"""Một hệ thống sẵn có của địa phương, góp trường vào đồ thị / A system a province runs, which contributes fields to the graph"""
type ConnectedSystem {
  """Mã trong tệp cấu hình; cũng ở extensions.sources / Id in its file; also in extensions.sources"""
  id: ID!
  "Tên tiếng Việt / Name in Vietnamese"
  nameVi: String!
  "Tên tiếng Anh / Name in English"
  nameEn: String!
  "Cơ quan quản lý, tiếng Việt / Owner, in Vietnamese"
  ownerVi: String!
  "Cơ quan quản lý, tiếng Anh / Owner, in English"
  ownerEn: String!
  "Giao thức / Protocol: rest, soap, odata, postgresql, graphql"
  protocol: String!
  "Mã các đơn vị mà hệ thống trả lời / Keys of the units it answers for"
  units: [ID!]!
  "Các trường góp vào, ví dụ Unit.hotlineReports / Fields it contributes"
  fields: [String!]!
  "Chỉ tiêu chỉ lấy từ hệ thống này / Metrics that come from this system and from nowhere else"
  metrics: [String!]!
  "Số liệu minh hoạ, không phải thật / Made-up data"
  illustrative: Boolean!
  "Đang tạm ngừng hỏi vì lỗi nhiều lần / Not being asked for now, because it failed too often"
  resting: Boolean!
}
`;

/** The SDL of the subgraph that all mapped systems make up together. Every field of a system is nullable: systems fail. */
export function systemsSdl(systems: readonly SystemFile[]): string {
  const entities = new Map<string, Map<string, string>>();
  const items = new Map<string, string>();
  for (const system of systems) {
    for (const read of system.reads) {
      const fields = entities.get(read.entity) ?? new Map<string, string>();
      entities.set(read.entity, fields);
      for (const [name, text] of entityFields(system, read)) if (!fields.has(name)) fields.set(name, text);
      if (read.list !== undefined && !items.has(read.list.type)) items.set(read.list.type, itemType(system, read, read.list));
    }
  }
  const types = [...entities].map(
    ([name, fields]) => `type ${name} @key(fields: "id") {\n  id: ID!\n${[...fields.values()].join('\n')}\n}\n`,
  );
  return [frame, ...types, ...items.values()].join('\n');
}

function entityFields(system: SystemFile, read: Read): readonly (readonly [string, string])[] {
  const args = read.byPeriod ? '(\n    "Ngày đầu / First day"\n    from: Date!\n    "Ngày cuối / Last day"\n    to: Date!\n  )' : '';
  if (read.list === undefined) {
    return read.fields.map((field) => [field.name, `  ${described(field, system)}\n  ${field.name}${args}: ${field.type}`] as const);
  }
  return [[read.list.field, `  ${described(read.list, system)}\n  ${read.list.field}${args}: [${read.list.type}!]`]];
}

function itemType(system: SystemFile, read: Read, list: ListField): string {
  const fields = read.fields.map((field) => `  ${described(field)}\n  ${field.name}: ${field.type}`);
  return `${described(list, system)}\ntype ${list.type} {\n${fields.join('\n')}\n}\n`;
}

function described(what: FieldMapping | ListField, system?: SystemFile): string {
  const unit = 'unit' in what && what.unit !== undefined ? ` [${what.unit}]` : '';
  const from =
    system === undefined ? '' : ` (${system.name.vi} / ${system.name.en}${system.illustrative ? '; minh hoạ / illustrative' : ''})`;
  return JSON.stringify(`${what.vi} / ${what.en}${unit}${from}`);
}
