import {
    isAbstractType,
    isCompositeType,
    isEnumType,
    isInputObjectType,
    isListType,
    isNonNullType,
    getNamedType,
    getNullableType,
} from '../node_modules/graphql/index.js';

/** A generator of valid-looking operations over a schema; the same seed gives the same ones. */
export function generator(schema, seed) {
    let state = seed;
    const random = () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state / 2 ** 32;
    };
    const chance = (p) => random() < p;
    const pick = (list) => list[Math.floor(random() * list.length)];

    return function operation() {
        const variables = {};
        const declared = [];
        const fragments = [];
        const kind = chance(0.1) ? 'mutation' : 'query';
        const root = kind === 'mutation' ? schema.getMutationType() : schema.getQueryType();
        const body = selection(root, 0);
        const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
        return { query: `${kind} Q${head} ${body}\n${fragments.join('\n')}`, variables };

        function selection(type, depth) {
            const parts = [];
            if (chance(0.3)) parts.push('__typename');
            const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
            const wanted = fields.filter((f) => (depth < 4 || !isCompositeType(getNamedType(f.type))) && chance(depth === 0 ? 0.3 : 0.55));
            for (const field of wanted) parts.push(...fieldText(field, depth));
            if (isAbstractType(type)) {
                for (const member of schema.getPossibleTypes(type))
                    if (chance(0.7)) parts.push(`... on ${member.name}${directive()} ${selection(member, depth + 1)}`);
            } else if (chance(0.15)) parts.push(`...${directive()} ${selection(type, depth + 1)}`);
            else if (chance(0.15)) {
                const name = `F${fragments.length}`;
                fragments.push('');
                fragments[Number(name.slice(1))] = `fragment ${name} on ${type.name} ${selection(type, depth + 1)}`;
                parts.push(`...${name}${directive()}`);
            }
            if (parts.length === 0) parts.push('__typename');
            return `{ ${parts.join(' ')} }`;
        }

        function fieldText(field, depth) {
            const type = getNamedType(field.type);
            const times = chance(0.15) ? 2 : 1;
            return Array.from({ length: times }, (_, i) => {
                const alias = i > 0 || chance(0.2) ? `${pick(['a', 'b', 'c', 'x'])}${Math.floor(random() * 50)}: ` : '';
                const args = field.args
                    .filter((a) => (isNonNullType(a.type) && a.defaultValue === undefined ? true : chance(0.5)))
                    .map((a) => `${a.name}: ${argument(a)}`);
                const sub = isCompositeType(type) ? ` ${selection(type, depth + 1)}` : '';
                return `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${directive()}${sub}`;
            });
        }

        function directive() {
            if (!chance(0.12)) return '';
            const name = pick(['skip', 'include']);
            if (chance(0.3)) return ` @${name}(if: ${chance(0.5)})`;
            return ` @${name}(if: ${variable('Boolean!', chance(0.5))})`;
        }

        function argument(arg) {
            const value = valueOf(arg.type, arg.name);
            return chance(0.5) ? variable(String(arg.type), value) : literal(value, arg.type);
        }

        function variable(type, value) {
            const name = `v${declared.length}`;
            declared.push(`$${name}: ${type}`);
            variables[name] = value;
            return `$${name}`;
        }

        function valueOf(type, name) {
            if (!isNonNullType(type) && chance(0.1)) return null;
            const inner = getNullableType(type);
            if (isListType(inner)) return Array.from({ length: Math.floor(random() * 3) }, () => valueOf(inner.ofType, name));
            if (isEnumType(inner)) return pick(inner.getValues()).name;
            if (isInputObjectType(inner)) {
                const entries = Object.values(inner.getFields()).filter(
                    (f) => (isNonNullType(f.type) && f.defaultValue === undefined) || chance(0.6),
                );
                return Object.fromEntries(entries.map((f) => [f.name, valueOf(f.type, f.name)]));
            }
            if (inner.name === 'Int') return 1 + Math.floor(random() * 4);
            if (name === 'id') return pick(['1', '7', '12', 'p3', 'p9', 'none']);
            if (name === 'email') return `${Math.floor(random() * 5)}@x`;
            return pick(['a', 'nước', 'b"c']);
        }

        function literal(value, type) {
            const inner = getNullableType(type);
            if (value === null) return 'null';
            if (Array.isArray(value)) return `[${value.map((v) => literal(v, inner.ofType)).join(', ')}]`;
            if (isEnumType(inner)) return value;
            if (typeof value === 'object')
                return `{ ${Object.entries(value)
                    .map(([k, v]) => `${k}: ${literal(v, inner.getFields()[k].type)}`)
                    .join(', ')} }`;
            return JSON.stringify(value);
        }
    };
}
