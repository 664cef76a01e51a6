import { Kind, parse, print, visit } from '../node_modules/graphql/index.js';

/** Stands where a selection would be left empty. */
const placeholder = 'nothing_is_left_here';
const emptied = { kind: Kind.FIELD, alias: { kind: Kind.NAME, value: placeholder }, name: { kind: Kind.NAME, value: '__typename' } };

/** The operation with its `@skip` and `@include` carried out beforehand: the same question without a condition. */
export function carriedOut(query, variables) {
    const document = parse(query);
    const presets = new Map();
    visit(document, { VariableDefinition: (node) => void presets.set(node.variable.name.value, node.defaultValue?.value) });
    const value = (argument) => {
        if (argument.kind !== Kind.VARIABLE) return argument.value;
        return variables[argument.name.value] ?? presets.get(argument.name.value);
    };
    const decide = (node) => {
        for (const {
            name,
            arguments: [condition],
        } of node.directives ?? []) {
            if (value(condition.value) === (name.value === 'skip')) return null;
        }
        return { ...node, directives: [] };
    };
    const decided = visit(document, {
        // Decided from above: what is left out is not looked into.
        Field: decide,
        InlineFragment: decide,
        FragmentSpread: decide,
        SelectionSet: { leave: (node) => (node.selections.length === 0 ? { ...node, selections: [emptied] } : undefined) },
    });
    return print(withoutUnused(decided));
}

/** An answer without what `carriedOut` put in. */
export function withoutPlaceholders(value) {
    if (Array.isArray(value)) return value.map(withoutPlaceholders);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
        Object.entries(value)
            .filter(([name]) => name !== placeholder)
            .map(([name, part]) => [name, withoutPlaceholders(part)]),
    );
}

/** Drops the variables and fragments nobody uses any more: they would make the document invalid. */
export function withoutUnused(document) {
    const used = new Set();
    visit(document, {
        VariableDefinition: () => false,
        Variable: (node) => void used.add(`$${node.name.value}`),
        FragmentSpread: (node) => void used.add(node.name.value),
    });
    const fewer = visit(document, {
        VariableDefinition: (node) => (used.has(`$${node.variable.name.value}`) ? undefined : null),
        FragmentDefinition: (node) => (used.has(node.name.value) ? undefined : null),
    });
    // A fragment that has gone may have been the last to use another.
    return fewer.definitions.length === document.definitions.length ? fewer : withoutUnused(fewer);
}
