import type { ExecutionResult } from 'graphql';
import { createHandler, type Handler } from 'graphql-http';
import type { EngineResult } from '../engine/answer.js';
import type { Exchange } from './exchange.js';
import type { PersistedDocuments } from './persisted-documents.js';
import { paramsParser } from './request-params.js';

/**
 * GraphQL over HTTP by its reference implementation, around our engine: it reads requests and chooses status codes and
 * media types, the engine compiles and executes.
 */
export function graphqlHandler(documents: PersistedDocuments): Handler<Exchange> {
  return createHandler<Exchange>({
    parseRequestParams: paramsParser(documents),
    onSubscribe({ raw }, params) {
      const compiled = raw.lease.engine.get(params.query, params.operationName ?? undefined);
      if (!compiled.ok) return compiled.errors;
      const variables = compiled.operation.coerce(params.variables ?? {});
      if (!variables.ok) return variables.errors;
      raw.operation = compiled.operation;
      raw.variables = variables.values;
      const { document, definition } = compiled.operation;
      return { schema: raw.lease.engine.schema, document, operationName: definition.name?.value, contextValue: undefined, rootValue: raw };
    },
    execute(args) {
      const exchange = args.rootValue as Exchange;
      if (exchange.operation === undefined) throw new Error('An operation was executed before it was compiled.');
      // Its errors are already in the form of a response, which is all that is done with them here.
      return exchange.lease.engine.execute(exchange.operation, exchange.variables ?? {}, exchange.context) as Promise<ExecutionResult>;
    },
    onOperation({ raw, headers }, _args, result) {
      raw.result = result as EngineResult;
      // Written here because the handler's own writing passes every value of the answer through a callback.
      return [JSON.stringify(result), { status: 200, statusText: 'OK', headers: { 'content-type': mediaType(headers) } }];
    },
  });
}

function mediaType(headers: { get: (key: string) => string | null } | Record<string, string | string[] | undefined>): string {
  const accept =
    'get' in headers && typeof headers.get === 'function' ? headers.get('accept') : (headers as Record<string, unknown>)['accept'];
  const accepted = typeof accept === 'string' ? accept.toLowerCase() : '';
  const [graphql, json] = [
    accepted.indexOf('application/graphql-response+json'),
    accepted.search(/application\/json|application\/\*|\*\/\*/),
  ];
  const wantsGraphql = graphql >= 0 && (json < 0 || graphql < json);
  return wantsGraphql ? 'application/graphql-response+json; charset=utf-8' : 'application/json; charset=utf-8';
}
