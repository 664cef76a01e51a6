// Queries and mutations are one response; a subscription is read as server-sent events.
async function fetcher(params, options) {
  const headers = { ...(options?.headers ?? {}), 'content-type': 'application/json', 'x-requested-with': 'GraphiQL' };
  const operations = options?.documentAST?.definitions.filter((d) => d.kind === 'OperationDefinition') ?? [];
  const chosen = operations.find((d) => d.name?.value === params.operationName) ?? operations[0];
  const live = chosen?.operation === 'subscription';
  const accept = live ? 'text/event-stream' : 'application/graphql-response+json, application/json';
  const response = await fetch('/graphql', { method: 'POST', headers: { ...headers, accept }, body: JSON.stringify(params) });
  return live && response.ok ? events(response.body) : response.json();
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + value).split('\n\n');
      rest = blocks.pop();
      for (const block of blocks) {
        const lines = block.split('\n');
        if (lines.includes('event: complete')) return;
        const data = lines.find((line) => line.startsWith('data: '));
        if (data !== undefined) yield JSON.parse(data.slice(6));
      }
    }
  } finally {
    await reader.cancel();
  }
}

const example = `# Một truy vấn để bắt đầu · a query to start with. Ctrl-Enter chạy · runs it.
{
  __schema { queryType { fields { name description } } }
}
`;

ReactDOM.createRoot(document.getElementById('graphiql')).render(React.createElement(GraphiQL, { fetcher, defaultQuery: example }));
