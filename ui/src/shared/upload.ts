import { ApiError, commonHeaders, problemOf } from "./api";
import type { Asset } from "./api-types";

/** Sends a file and reports the share that has left, 0 to 1. XMLHttpRequest because fetch tells nothing on the way. */
export function upload(file: File, progress: (share: number) => void, signal: AbortSignal): Promise<Asset> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/media");
    request.setRequestHeader("Accept", "application/json");
    for (const [name, value] of Object.entries(commonHeaders())) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status === 201 || request.status === 200) resolve(JSON.parse(request.responseText) as Asset);
      else reject(new ApiError(request.status, problemOf(request.status, request.responseText)));
    };
    request.onerror = () => reject(new ApiError(0, problemOf(0, "")));
    request.onabort = () => reject(new DOMException("stopped", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    const form = new FormData();
    form.append("file", file, file.name);
    request.send(form);
  });
}
