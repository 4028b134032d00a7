package planner.adapter.reddit;

/** Who took a post away, in a person's words; {@code removed_by_category} of Reddit. */
final class Removal {
    private Removal() {}

    static String note(String subreddit, String category) {
        var where = subreddit.isEmpty() ? "" : " in " + (subreddit.startsWith("u_") ? subreddit : "r/" + subreddit);
        return "the post" + where + " "
                + switch (category) {
                    case "reddit" -> "was removed by Reddit's spam filter: ask the moderators to approve it";
                    case "automod_filtered" -> "waits for the approval of the moderators";
                    case "moderator" -> "was removed by a moderator";
                    case "deleted", "author" -> "was deleted by the account itself";
                    case "copyright_takedown", "content_takedown" -> "was taken down";
                    case "anti_evil_ops", "community_ops" -> "was removed by Reddit";
                    default -> "was removed";
                }
                + " (" + category + ")";
    }
}
