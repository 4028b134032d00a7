package planner.media;

import planner.workspace.Problem;

/** File names as strangers give them. */
final class FileName {
    private static final int LONGEST = 200;

    private FileName() {}

    /** As a person names a file here. */
    static String given(String field, String raw) {
        var line = Words.line(field, raw, LONGEST);
        if (line.indexOf('/') >= 0 || line.indexOf('\\') >= 0) {
            throw Problem.invalid(field, "file-name");
        }
        return clean(line);
    }

    /** The same name of a file that is of another kind now: its ending must be true. */
    static String of(String name, String type) {
        int dot = name.lastIndexOf('.');
        return (dot <= 0 ? name : name.substring(0, dot)) + "." + FileType.ending(type);
    }

    /** The last part of the path, without what could break a line, a header or the order of reading. */
    static String clean(String raw) {
        var name = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
                .strip();
        if (name.codePointCount(0, name.length()) > LONGEST) {
            name = name.substring(0, name.offsetByCodePoints(0, LONGEST));
        }
        return name.isEmpty() ? "file" : name;
    }
}
