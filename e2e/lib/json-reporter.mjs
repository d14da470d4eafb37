// Node's test events in the shape that Vitest reports in, so that one program can add both up.
export default async function* report(source) {
  const assertionResults = []
  for await (const { type, data } of source) {
    if ((type === 'test:pass' || type === 'test:fail') && data.nesting === 0 && data.details?.type !== 'suite') {
      const skipped = data.skip !== undefined || data.todo !== undefined
      const failure = data.details?.error
      assertionResults.push({
        fullName: data.name,
        status: skipped ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed',
        reason: typeof data.skip === 'string' ? data.skip : undefined,
        failureMessages: failure ? [failure.cause?.message ?? failure.message] : [],
      })
    }
  }
  yield JSON.stringify({ testResults: [{ name: 'e2e', assertionResults }] })
}
