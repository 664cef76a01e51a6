import { Kind, parse, print, visit } from '../node_modules/graphql/index.js';

/** A smaller operation that still differs, found by taking parts away one at a time. */
export async function shrink(query, stillDiffers) {
    let smallest = query;
    for (let progress = true; progress;) {
        progress = false;
        const parts = countParts(smallest);
        for (let index = 0; index < parts; index++) {
            const smaller = without(smallest, index);
            if (smaller !== undefined && (await stillDiffers(smaller))) {
                smallest = smaller;
                progress = true;
                break;
            }
        }
    }
    return smallest;
}

const removable = new Set([Kind.FIELD, Kind.INLINE_FRAGMENT, Kind.FRAGMENT_SPREAD, Kind.DIRECTIVE, Kind.ARGUMENT]);

function countParts(query) {
    let parts = 0;
    visit(parse(query), { enter: (node) => void (removable.has(node.kind) && parts++) });
    return parts;
}

function without(query, index) {
    let at = 0;
    const smaller = visit(parse(query), { enter: (node) => (removable.has(node.kind) && at++ === index ? null : undefined) });
    try {
        return print(parse(print(tidy(smaller))));
    } catch {
        return undefined; // An empty selection: not a document.
    }
}

/** Drops the variables and fragments nobody uses any more: they would make the document invalid. */
function tidy(document) {
    const used = new Set();
    visit(document, {
        VariableDefinition: () => false,
        Variable: (node) => void used.add(`$${node.name.value}`),
        FragmentSpread: (node) => void used.add(node.name.value),
    });
    return visit(document, {
        VariableDefinition: (node) => (used.has(`$${node.variable.name.value}`) ? undefined : null),
        FragmentDefinition: (node) => (used.has(node.name.value) ? undefined : null),
    });
}
