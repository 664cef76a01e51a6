import { Kind, type DirectiveNode } from 'graphql';

/** `@skip` and `@include` on variables: every one must hold. */
export type Conjunction = readonly { readonly variable: string; readonly value: boolean }[];

/** At least one must hold; undefined is "always". */
export type Condition = readonly Conjunction[] | undefined;

/** The conditions a selection adds, or null when it is never selected. */
export function conditionsOf(directives: readonly DirectiveNode[] | undefined): Conjunction | null {
  const conditions: { variable: string; value: boolean }[] = [];
  for (const directive of directives ?? []) {
    if (directive.name.value !== 'skip' && directive.name.value !== 'include') continue;
    const wanted = directive.name.value === 'include';
    const argument = directive.arguments?.find((a) => a.name.value === 'if')?.value;
    if (argument?.kind === Kind.BOOLEAN && argument.value !== wanted) return null;
    if (argument?.kind === Kind.VARIABLE) conditions.push({ variable: argument.name.value, value: wanted });
  }
  return conditions;
}

export function holds(condition: Condition, variables: Readonly<Record<string, unknown>>): boolean {
  return condition === undefined || condition.some((all) => all.every(({ variable, value }) => (variables[variable] === true) === value));
}
