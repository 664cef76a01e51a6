import { Kind, parse, print, visit } from '../node_modules/graphql/index.js';
import { withoutUnused } from './carried-out.mjs';

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
        return print(parse(print(withoutUnused(smaller))));
    } catch {
        return undefined; // An empty selection: not a document.
    }
}
