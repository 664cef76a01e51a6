import type { RegionApi } from '../api/region-api.js';
import { entity, type Entity } from '../common/entity.js';
import { decimal, float, key, text, texts, whole, word } from '../common/row-values.js';

/** Unit versions. */
export const unitEntity = (api: RegionApi): Entity =>
  entity(api, 'Unit', { path: '/units', key: 'key' }, (row) => ({
    code: key(row, 'code'),
    validFrom: text(row, 'validFrom'),
    validTo: text(row, 'validTo'),
    level: word(row, 'level'),
    kind: word(row, 'kind'),
    name: text(row, 'name'),
    fullName: text(row, 'fullName'),
    nameEn: text(row, 'nameEn'),
    parentCode: text(row, 'parent'),
    regionCode: text(row, 'region'),
    formerProvince: text(row, 'formerProvince'),
    formerDistrict: text(row, 'district'),
    areaKm2: decimal(row, 'areaKm2'),
    population: whole(row, 'populationIndicative'),
    latitude: float(row, 'latitude'),
    longitude: float(row, 'longitude'),
    seat: text(row, 'seat'),
    acts: texts(row, 'acts'),
    source: text(row, 'source'),
    note: text(row, 'note'),
  }));
