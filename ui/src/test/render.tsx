import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { makeRouter } from "@/app/router";
import { Toasts } from "@/shared/components/Toasts";
import { MockApi } from "./mock-api";

/** Answers every request of the page from memory. */
export function serve(api: MockApi) {
  globalThis.fetch = async (input, init) => {
    const text = init?.body as string | undefined;
    const path = input instanceof Request ? input.url : String(input);
    const answer = api.answer(init?.method ?? "GET", path, text ? JSON.parse(text) : undefined, new Headers(init?.headers));
    return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), {
      status: answer.status,
      headers: { "Content-Type": "application/json" },
    });
  };
}

/** The whole screen at an address, over an API in memory. */
export function open(path: string, api = new MockApi()) {
  serve(api);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 0 } } });
  const router = makeRouter(client);
  router.update({ ...router.options, history: createMemoryHistory({ initialEntries: [path] }) } as Parameters<typeof router.update>[0]);
  const view = render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
      <Toasts />
    </QueryClientProvider>,
  );
  return { ...view, api, router, user: userEvent.setup() };
}
