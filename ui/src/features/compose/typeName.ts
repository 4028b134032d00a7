const NAMES: Record<string, string> = { "video/quicktime": "MOV", "image/svg+xml": "SVG" };

/** What people call a kind of file: JPEG, MP4. */
export const typeName = (type: string) => NAMES[type] ?? (type.split("/")[1] ?? type).toUpperCase();
