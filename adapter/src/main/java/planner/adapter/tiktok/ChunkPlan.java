package planner.adapter.tiktok;

/**
 * How a video is cut: up to 20 MiB in one piece, else pieces of 10 MiB of which the last takes the rest, too. TikTok would
 * take 64 MiB at once, but what is cut off must be sent again, and a slow line must manage a piece before its deadline.
 *
 * @param chunk bytes of every piece but the last
 * @param count floor(size / chunk), at least 1
 */
record ChunkPlan(long size, long chunk, long count) {
    private static final long MIB = 1024 * 1024;
    private static final long PIECE = 10 * MIB;
    private static final long WHOLE = 2 * PIECE;

    static ChunkPlan of(long size) {
        return size <= WHOLE ? new ChunkPlan(size, size, 1) : new ChunkPlan(size, PIECE, size / PIECE);
    }

    /** Where the piece that begins at {@code from} ends, exclusive. */
    long end(long from) {
        return from / chunk + 1 >= count ? size : from + chunk;
    }
}
