import type { NoStreams } from "./stream.ts";

/** Said of what is no file: it cannot be gone through twice. */
export const pipe = (path: string): NoStreams => ({
  whole: {
    reason: `${path} 不是普通文件，只能读一遍`,
    reasonEn: `${path} is no regular file and can be read only once`,
  },
});
