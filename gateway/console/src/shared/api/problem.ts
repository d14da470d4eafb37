import type { Problem, Violation } from '@/api/common';

/**
 * A refusal of the server, or no answer at all (`status` 0, code NETWORK or TIMEOUT). The one error every API operation throws.
 */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly violations: readonly Violation[];

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title ?? problem.code);
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail ?? problem.title;
    this.violations = problem.violations ?? [];
  }
}

export const isProblem = (error: unknown): error is ApiProblem => error instanceof ApiProblem;

const codeOfStatus: Record<number, string> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  412: 'PRECONDITION_FAILED',
  413: 'TOO_LARGE',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'UNAVAILABLE',
};

/** Reads problem+json; an answer that is none (a proxy's page, an empty body) still becomes a problem with a known code. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const fallback = { status: response.status, code: codeOfStatus[response.status] ?? 'UNEXPECTED' };
  if (!response.headers.get('content-type')?.includes('json')) return new ApiProblem(fallback);
  try {
    const body = (await response.json()) as Partial<Problem>;
    return new ApiProblem({ ...fallback, ...body, status: response.status });
  } catch {
    return new ApiProblem(fallback);
  }
}
