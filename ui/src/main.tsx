import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiError } from "@/shared/api";
import { Toasts } from "@/shared/components/Toasts";
import { startLanguage } from "@/shared/i18n";
import { sessionQuery } from "@/shared/queries";
import { makeRouter } from "./app/router";
import { startTheme } from "@/shared/theme";
import "./styles.css";

startTheme();
startLanguage();

const MAX_TRIES = 2;

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (tries, error) => tries < MAX_TRIES && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
    },
  },
});

// A session that ended elsewhere: every place notices by its own answer, the frame sends to sign-in.
client.getQueryCache().subscribe((event) => {
  if (event.type !== "updated" || event.action.type !== "error") return;
  const error = event.action.error as unknown;
  if (error instanceof ApiError && error.status === 401) client.setQueryData(sessionQuery.queryKey, null);
});

const root = document.getElementById("root");
if (!root) throw new Error("no root element");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={makeRouter(client)} />
      <Toasts />
    </QueryClientProvider>
  </StrictMode>,
);
