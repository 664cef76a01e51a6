import { connectionTypes, pagingArguments } from '../common/shared-types.js';

export const unitSchema = /* GraphQL */ `
  extend type Query {
    "One unit version by its key, such as 79@2025-07-01 or 77@origin."
    unit("Key: code and first day." id: ID!): Unit
    "The unit that bears an official code on a day: 80 is Long An on 2025-06-30 and Tây Ninh from 2025-07-01."
    unitOfCode("Official code: two digits for a province, five for a commune." code: String!, "Day; today in Vietnam when left out." on: Date): Unit
    "Unit versions: all that ever were, or those in force on a day."
    units(
      "Only units in force on this day."
      on: Date
      "Which units."
      filter: UnitFilter
      "Order; by key when left out."
      orderBy: UnitOrder
      ${pagingArguments}
    ): UnitConnection
  }

  "A province or commune as it is between two acts (đơn vị hành chính), known by code and first day. A change of borders or kind makes a new one."
  type Unit implements Node @key(fields: "id") {
    "Key: 79@2025-07-01; 77@origin for one that began before the records."
    id: ID!
    "Global id."
    nodeId: ID!
    "Official code. Ambiguous without a day."
    code: String!
    "First day in force; null when it began before the records."
    validFrom: Date
    "Last day in force; null while it holds."
    validTo: Date
    "Level of administration (cấp)."
    level: UnitLevel!
    "What it is called by law (loại)."
    kind: UnitKind!
    "Name in Vietnamese, such as Hồ Chí Minh."
    name: String!
    "Full name in Vietnamese, such as Thành phố Hồ Chí Minh."
    fullName: String!
    "Name in English."
    nameEn: String!
    "The unit above it; null for the nation."
    parent("Day; today, or its last day, when left out." on: Date): Unit
    "The region it belongs to; null above that level."
    region("Day; today, or its last day, when left out." on: Date): Unit
    "Units directly below it on a day."
    children(
      "Day; today when left out."
      on: Date
      "Which units."
      filter: UnitFilter
      "Order; by key when left out."
      orderBy: UnitOrder
      ${pagingArguments}
    ): UnitConnection
    "What became of it and what it was made of (quá trình sắp xếp), followed to a day."
    lineage("Day; today in Vietnam when left out. Followed backwards when it lies before the unit began." on: Date): Lineage
    "Units it was directly made of, with the acts."
    predecessors: [UnitChange!]
    "Units it directly became, with the acts; empty while it holds."
    successors: [UnitChange!]
    "Code of the province a commune was in before 2025-07-01."
    formerProvince: String
    "District a commune was in before 2025-07-01, when districts ended."
    formerDistrict: String
    "Area in square kilometres."
    areaKm2: Decimal
    "Population, for orientation only; figures to compute with are observations."
    population: Int
    "Latitude of its centre, degrees."
    latitude: Float
    "Longitude of its centre, degrees."
    longitude: Float
    "Administrative centre."
    seat: String
    "Acts that made it."
    acts: [String!]!
    "Where this description comes from (nguồn)."
    source: String
    "Remark on the description."
    note: String
  }

  "Levels of administration, from the top. Districts ended on 2025-06-30 and are not among them."
  enum UnitLevel {
    "The country."
    NATION
    "Provinces with a regional policy (vùng); no authority of its own."
    REGION
    "Province or centrally-run city (cấp tỉnh)."
    PROVINCE
    "Ward, commune, township or special zone (cấp xã)."
    COMMUNE
  }

  "What a unit is called by law."
  enum UnitKind {
    "The country."
    NATION
    "Region (vùng)."
    REGION
    "Centrally-run city (thành phố trực thuộc trung ương)."
    MUNICIPALITY
    "Province (tỉnh)."
    PROVINCE
    "Ward (phường)."
    WARD
    "Rural commune (xã)."
    RURAL_COMMUNE
    "Township (thị trấn); none after 2025-06-30."
    TOWNSHIP
    "Special zone (đặc khu)."
    SPECIAL_ZONE
  }

  "The history of a unit's territory."
  type Lineage {
    "The day it was followed to."
    on: Date!
    "Units that hold its territory on the day; itself while it holds; empty when the day lies before it began."
    became: [Descent!]!
    "Units it was made of, on the day when that lies before it began, else as far back as is known."
    cameFrom: [Descent!]!
    "All versions with exactly its borders, oldest first, itself among them."
    sameTerritory: [Unit!]!
  }

  "A unit reached by following the history."
  type Descent {
    "The unit."
    unit: Unit!
    "False when a split lies on the way: a figure of the one cannot be carried over to the other."
    whole: Boolean!
    "How it came about, oldest first."
    steps: [UnitChange!]!
  }

  "One unit became, or became part of, another."
  type UnitChange {
    "Before."
    from: Unit!
    "After."
    to: Unit!
    "First day of the new unit."
    on: Date
    "Whether all of the old unit went into the new one."
    whole: Boolean!
    "Acts that ordered it, with their article where known."
    acts: [String!]!
  }

  "Which units. Conditions add up; values in a list are alternatives."
  input UnitFilter {
    "Keys."
    ids: [ID!]
    "Official codes."
    codes: [String!]
    "Levels."
    levels: [UnitLevel!]
    "Kinds."
    kinds: [UnitKind!]
    "Code of the unit above."
    parentCodes: [String!]
    "Code of the region, such as southeast."
    regionCodes: [String!]
    "Whole words of the name; tones count, their spelling (hòa, hoà) and capitals do not."
    nameContains: String
  }

  "Order of units."
  input UnitOrder {
    "By what."
    by: UnitOrderField!
    "Which way."
    direction: OrderDirection = ASC
  }

  "What units are ordered by."
  enum UnitOrderField {
    "Official code."
    CODE
    "Name in Vietnamese."
    NAME
    "First day in force."
    VALID_FROM
    "Area."
    AREA_KM2
  }
  ${connectionTypes('Unit', 'units')}
`;
