package planner.simulator.youtube;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.google.Body;
import planner.simulator.google.GoogleError;
import planner.simulator.google.Identity;
import planner.simulator.google.Query;

/** The Data API and the reports, call by call, each at its price. */
final class Api {
    private static final String DATA = "/youtube/v3/";
    private static final String UPLOAD = "/upload/youtube/v3/";
    private static final String SERVICE = "youtube.googleapis.com";
    private static final int LISTING = 1;
    private static final int CHANGE = 50;
    private static final int CAPTIONS = 400;
    private static final Duration REPORTS_LAG = Duration.ofDays(2);

    private final Clock clock;
    private final Identity identity;
    private final Quota quota;
    private final Doors doors;
    private final List<Channel> channels;
    private final Function<Channel, String> avatar;
    private final Doors.Ids ids;

    Api(
            Clock clock,
            Identity identity,
            Quota quota,
            Doors doors,
            List<Channel> channels,
            Function<Channel, String> avatar) {
        this.clock = clock;
        this.identity = identity;
        this.quota = quota;
        this.doors = doors;
        this.channels = channels;
        this.avatar = avatar;
        this.ids = new Doors.Ids(clock);
    }

    /** @param path without the name of the host's folder */
    Answer answer(Ask ask, String path) {
        Identity.Grant grant = identity.grant(ask);
        return switch (ask.method() + " " + path) {
            case "GET " + DATA + "channels" -> channels(ask, grant);
            case "GET " + DATA + "videos" -> videos(ask, grant);
            case "GET " + DATA + "videoCategories" -> categories(ask, grant);
            case "GET " + DATA + "playlists" -> playlists(ask, grant);
            case "GET " + DATA + "playlistItems" -> items(ask, grant);
            case "POST " + DATA + "playlistItems" -> add(ask, grant);
            case "GET " + DATA + "captions" -> tracks(ask, grant);
            case "GET " + DATA + "commentThreads" -> comments(ask, grant);
            case "POST " + DATA + "commentThreads" -> comment(ask, grant);
            case "POST " + UPLOAD + "videos" -> {
                grant.needs(SERVICE, Scopes.UPLOAD, Scopes.EVERYTHING);
                quota.upload();
                yield doors.open(ask, needed(grant));
            }
            case "PUT " + UPLOAD + "videos" -> {
                grant.needs(SERVICE, Scopes.UPLOAD, Scopes.EVERYTHING);
                yield doors.put(ask, needed(grant));
            }
            case "POST " + UPLOAD + "thumbnails/set" -> {
                grant.needs(SERVICE, Scopes.UPLOAD, Scopes.EVERYTHING);
                quota.spend(CHANGE);
                yield doors.thumbnail(ask, needed(grant));
            }
            case "POST " + UPLOAD + "captions" -> {
                grant.needs(SERVICE, Scopes.EVERYTHING);
                quota.spend(CAPTIONS);
                yield doors.captions(ask, needed(grant));
            }
            default -> throw GoogleError.unknownPath(ask.method() + " " + path);
        };
    }

    private Optional<Channel> channel(Identity.Grant grant) {
        return channels.stream().filter(it -> it.id.equals(grant.person())).findFirst();
    }

    private Channel needed(Identity.Grant grant) {
        return channel(grant)
                .orElseThrow(() -> GoogleError.of(401, "youtubeSignupRequired", "youtube.header", "Unauthorized"));
    }

    private void reads(Identity.Grant grant, int cost) {
        grant.needs(SERVICE, Scopes.EVERYTHING, Scopes.READ);
        quota.spend(cost);
    }

    private void changes(Identity.Grant grant) {
        grant.needs(SERVICE, Scopes.EVERYTHING);
        quota.spend(CHANGE);
    }

    private Answer channels(Ask ask, Identity.Grant grant) {
        reads(grant, LISTING);
        Query query = Query.of(ask, "part", "mine", "maxResults", "pageToken");
        Set<String> parts = query.parts("id", "snippet", "contentDetails", "statistics", "status");
        if (!query.flag("mine", false)) {
            throw GoogleError.wrong("missingRequiredParameter", "No filter selected. Expected one of: mine, id");
        }
        return list(
                "youtube#channelListResponse",
                channel(grant).stream()
                        .map(it -> Resources.channel(it, parts, avatar.apply(it)))
                        .toList());
    }

    private Answer videos(Ask ask, Identity.Grant grant) {
        reads(grant, LISTING);
        Query query = Query.of(ask, "part", "id");
        Set<String> parts = query.parts(
                "id", "snippet", "status", "contentDetails", "processingDetails", "fileDetails", "statistics");
        query.needs("id");
        List<String> wanted = query.list("id");
        if (wanted.size() > 50) {
            throw GoogleError.wrong("invalidFilters", "At most 50 ids");
        }
        Instant now = clock.instant();
        List<Map<String, Object>> found = new ArrayList<>();
        for (String id : wanted) {
            for (Channel channel : channels) {
                boolean owner = channel.id.equals(grant.person());
                channel.video(id)
                        .filter(it -> owner || !it.privacy(now).equals("private"))
                        .ifPresent(it -> found.add(Resources.video(it, parts, owner, now)));
            }
        }
        return list("youtube#videoListResponse", found);
    }

    private Answer categories(Ask ask, Identity.Grant grant) {
        reads(grant, LISTING);
        Query query = Query.of(ask, "part", "regionCode", "hl");
        query.parts("snippet");
        if (!query.needs("regionCode").matches("[A-Z]{2}")) {
            throw GoogleError.wrong("invalidRegionCode", "The regionCode is invalid");
        }
        return list("youtube#videoCategoryListResponse", Categories.list());
    }

    private Answer playlists(Ask ask, Identity.Grant grant) {
        reads(grant, LISTING);
        Query query = Query.of(ask, "part", "mine", "maxResults", "pageToken");
        Set<String> parts = query.parts("id", "snippet", "status", "contentDetails");
        int most = query.number("maxResults", 5, 0, 50);
        if (!query.flag("mine", false)) {
            throw GoogleError.wrong("missingRequiredParameter", "No filter selected. Expected one of: mine, id");
        }
        String page = query.text("pageToken");
        if (!page.isEmpty() && !page.matches("P\\d{1,4}")) {
            throw GoogleError.wrong("invalidPageToken", "The request specifies an invalid page token.");
        }
        int from = page.isEmpty() ? 0 : Integer.parseInt(page.substring(1));
        List<Playlist> all = needed(grant).playlists();
        Map<String, Object> answer = new LinkedHashMap<>(Resources.list(
                "youtube#playlistListResponse",
                all.stream()
                        .skip(from)
                        .limit(most)
                        .map(it -> Resources.playlist(it, parts))
                        .toList()));
        if (from + most < all.size()) {
            answer.put("nextPageToken", "P" + (from + most));
        }
        return Answer.json(200, answer);
    }

    private Answer items(Ask ask, Identity.Grant grant) {
        reads(grant, LISTING);
        Query query = Query.of(ask, "part", "playlistId", "videoId", "maxResults", "pageToken");
        Set<String> parts = query.parts("id", "snippet", "contentDetails", "status");
        int most = query.number("maxResults", 5, 0, 50);
        String id = query.needs("playlistId");
        Channel channel = needed(grant);
        List<Playlist.Item> items = id.equals(channel.uploads())
                ? channel.videos().reversed().stream()
                        .map(it -> new Playlist.Item("UI" + it.id, it.id))
                        .toList()
                : playlist(channel, id).items();
        return list(
                "youtube#playlistItemListResponse",
                items.stream()
                        .filter(it -> query.text("videoId").isEmpty()
                                || query.text("videoId").equals(it.video()))
                        .limit(most)
                        .map(it -> Resources.item(it.id(), id, it.video(), parts))
                        .toList());
    }

    private static Playlist playlist(Channel channel, String id) {
        return channel.playlist(id)
                .orElseThrow(() -> GoogleError.of(
                        404,
                        "playlistNotFound",
                        "youtube.playlistItem",
                        "The playlist identified with the request's playlistId parameter cannot be found."));
    }

    private Answer add(Ask ask, Identity.Grant grant) {
        changes(grant);
        Query.of(ask, "part").parts("snippet");
        Body snippet = Body.of(ask).knows("snippet").object("snippet").knows("playlistId", "resourceId", "position");
        Body resource = snippet.object("resourceId").knows("kind", "videoId");
        resource.word("kind", "youtube#video");
        Channel channel = needed(grant);
        Playlist playlist = playlist(channel, snippet.text("playlistId"));
        Video video = video(resource.text("videoId"), "youtube.playlistItem");
        Playlist.Item item = playlist.add(video.id);
        return Answer.json(200, Resources.item(item.id(), playlist.id, video.id, Set.of("snippet")));
    }

    private Video video(String id, String domain) {
        return channels.stream()
                .flatMap(it -> it.video(id).stream())
                .findFirst()
                .orElseThrow(() -> GoogleError.of(404, "videoNotFound", domain, "Video not found."));
    }

    private Answer tracks(Ask ask, Identity.Grant grant) {
        grant.needs(SERVICE, Scopes.EVERYTHING);
        quota.spend(CHANGE);
        Query query = Query.of(ask, "part", "videoId");
        query.parts("id", "snippet");
        Video video = video(query.needs("videoId"), "youtube.caption");
        return list(
                "youtube#captionListResponse",
                video.tracks().stream().map(it -> Resources.track(video, it)).toList());
    }

    private Answer comments(Ask ask, Identity.Grant grant) {
        grant.needs(SERVICE, Scopes.EVERYTHING);
        quota.spend(LISTING);
        Query query = Query.of(ask, "part", "videoId", "order", "maxResults", "pageToken");
        query.parts("id", "snippet", "replies");
        query.number("maxResults", 20, 1, 100);
        Video video = video(query.needs("videoId"), "youtube.commentThread");
        open(video);
        return list(
                "youtube#commentThreadListResponse",
                video.comments().reversed().stream()
                        .map(it -> Resources.thread(video, it))
                        .toList());
    }

    private Answer comment(Ask ask, Identity.Grant grant) {
        changes(grant);
        Query.of(ask, "part").parts("snippet");
        Body snippet = Body.of(ask).knows("snippet").object("snippet").knows("channelId", "videoId", "topLevelComment");
        Body words = snippet.object("topLevelComment")
                .knows("snippet")
                .object("snippet")
                .knows("textOriginal");
        Video video = video(snippet.text("videoId"), "youtube.commentThread");
        String text = words.text("textOriginal");
        if (!video.channel.id.equals(snippet.text("channelId")) || text.isBlank()) {
            throw GoogleError.wrong("commentTextRequired", "The channel of the video and a text are required");
        }
        open(video);
        if (text.length() > 10_000) {
            throw GoogleError.of(400, "commentTextTooLong", "youtube.commentThread", "The comment is too long.");
        }
        var said = new Video.Said("Ug" + ids.next(), needed(grant), text, clock.instant());
        video.add(said);
        return Answer.json(200, Resources.thread(video, said));
    }

    private void open(Video video) {
        if (video.commentsOff(clock.instant())) {
            throw GoogleError.of(
                    403,
                    "commentsDisabled",
                    "youtube.commentThread",
                    "The video identified by the videoId parameter has disabled comments.");
        }
    }

    /** The reports, which lag some days behind. */
    Answer report(Ask ask) {
        Identity.Grant grant = identity.grant(ask);
        grant.needs("youtubeanalytics.googleapis.com", Scopes.ANALYTICS);
        Query query =
                Query.of(ask, "ids", "startDate", "endDate", "metrics", "dimensions", "filters", "sort", "maxResults");
        boolean dated = (query.needs("startDate") + query.needs("endDate")).matches("(\\d{4}-\\d\\d-\\d\\d){2}");
        if (!query.needs("ids").equals("channel==MINE")
                || !dated
                || !query.needs("metrics").equals("shares")) {
            throw GoogleError.wrong("badRequest", "The query is not supported.");
        }
        Channel channel = needed(grant);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("kind", "youtubeAnalytics#resultTable");
        answer.put("columnHeaders", List.of(Map.of("name", "shares", "columnType", "METRIC", "dataType", "INTEGER")));
        Instant end = LocalDate.parse(query.text("endDate"))
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        Instant now = clock.instant();
        Instant counted = (end.isBefore(now) ? end : now).minus(REPORTS_LAG);
        channel.video(query.text("filters").replaceFirst("^video==", ""))
                .filter(it -> it.created.isBefore(counted))
                .ifPresent(it -> answer.put("rows", List.of(List.of(it.views(now) / 180))));
        return Answer.json(200, answer);
    }

    private static Answer list(String kind, List<Map<String, Object>> items) {
        return Answer.json(200, Resources.list(kind, items));
    }
}
