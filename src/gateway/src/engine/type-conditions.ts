import { Kind, type DocumentNode } from 'graphql';

/** Which object types an interface or union stands for, in the whole supergraph, also where clients cannot see it. */
export class TypeConditions {
  readonly #members = new Map<string, Set<string>>();
  readonly #objects = new Set<string>();

  constructor(supergraph: DocumentNode) {
    for (const definition of supergraph.definitions) {
      if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) this.#objects.add(definition.name.value);
      if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
        for (const implemented of definition.interfaces ?? []) this.#add(implemented.name.value, definition.name.value);
      }
      if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
        for (const member of definition.types ?? []) this.#add(definition.name.value, member.name.value);
      }
    }
  }

  isObject(typename: unknown): boolean {
    return typeof typename === 'string' && this.#objects.has(typename);
  }

  /** True when a value of `typename` is also a `condition`. */
  satisfies(typename: string, condition: string): boolean {
    return typename === condition || this.#members.get(condition)?.has(typename) === true;
  }

  satisfiesAny(typename: string, conditions: readonly string[]): boolean {
    return conditions.some((condition) => this.satisfies(typename, condition));
  }

  #add(abstract: string, member: string): void {
    const members = this.#members.get(abstract);
    if (members === undefined) this.#members.set(abstract, new Set([member]));
    else members.add(member);
  }
}
