package planner.media;

/** File names as strangers give them. */
final class FileName {
    private static final int LONGEST = 200;

    private FileName() {}

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
