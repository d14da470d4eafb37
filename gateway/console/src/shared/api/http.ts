import { ApiProblem, problemOf } from './problem';

const TIMEOUT_MS = 30_000;

export type Query = Record<string, string | number | boolean | null | undefined>;

export interface RequestOptions {
  query?: Query;
  /** Sent as JSON, or as it is when it is FormData. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  timeoutMs?: number;
}

/** Adds the parameters that have a value to a path. */
export function withQuery(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

// A header no cross-site form can send: the gateway asks for it on every unsafe request.
const SAME_SITE = { 'X-Requested-With': 'tallygate' };

function initOf(method: string, { body, headers, signal, timeoutMs }: RequestOptions): RequestInit {
  const isForm = body instanceof FormData;
  const limit = AbortSignal.timeout(timeoutMs ?? TIMEOUT_MS);
  return {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json, application/problem+json',
      ...SAME_SITE,
      ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  };
}

/**
 * Sends one request to the gateway.
 *
 * @throws ApiProblem for every answer other than 2xx and for no answer within 30 s; an abort by the caller is rethrown as it is
 */
export async function send(method: string, path: string, options: RequestOptions = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(withQuery(path, options.query), initOf(method, options));
  } catch (error) {
    if (options.signal?.aborted) throw error;
    const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
    throw new ApiProblem({ status: 0, code: timedOut ? 'TIMEOUT' : 'NETWORK' });
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function json<T>(method: string, path: string, options?: RequestOptions): Promise<T> {
  const response = await send(method, path, options);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export const http = {
  get: <T>(path: string, options?: RequestOptions) => json<T>('GET', path, options),
  post: <T>(path: string, options?: RequestOptions) => json<T>('POST', path, options),
  put: <T>(path: string, options?: RequestOptions) => json<T>('PUT', path, options),
  patch: <T>(path: string, options?: RequestOptions) => json<T>('PATCH', path, options),
};

/** The header that makes a change apply only to the version the user looked at. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });
