package planner.adapter.reddit;

/** Who took a post away, in a person's words; {@code removed_by_category} of Reddit. */
final class Removal {
    private Removal() {}

    static String note(String subreddit, String category) {
        var what = switch (category) {
            case "reddit" -> "removed by Reddit's spam filter, ask the moderators to approve it: ";
            case "automod_filtered" -> "waits for the approval of the moderators: ";
            case "moderator" -> "removed by a moderator: ";
            case "deleted", "author" -> "deleted by the account itself: ";
            case "copyright_takedown", "content_takedown" -> "taken down by Reddit: ";
            case "anti_evil_ops", "community_ops" -> "removed by Reddit: ";
            default -> "no longer there: ";
        };
        var where = subreddit.isEmpty() || subreddit.startsWith("u_") ? subreddit : "r/" + subreddit;
        return what + (where + " (" + category + ")").strip();
    }
}
