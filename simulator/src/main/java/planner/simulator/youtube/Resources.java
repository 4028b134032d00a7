package planner.simulator.youtube;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.simulator.media.MediaShelf.Kept;

/** Resources as the Data API shows them, part by part. */
final class Resources {
    private Resources() {}

    /** @param owner whether the owner asks, who alone sees the file's facts */
    static Map<String, Object> video(Video video, Set<String> parts, boolean owner, Instant now) {
        Map<String, Object> all = resource("youtube#video", video.id);
        Meta meta = video.meta;
        if (parts.contains("snippet")) {
            Map<String, Object> snippet = new LinkedHashMap<>();
            snippet.put("publishedAt", video.created.toString());
            snippet.put("channelId", video.channel.id);
            snippet.put("title", meta.title());
            snippet.put("description", meta.description());
            snippet.put("channelTitle", video.channel.title);
            snippet.put("tags", meta.tags());
            snippet.put("categoryId", meta.category());
            snippet.put("liveBroadcastContent", "none");
            all.put("snippet", snippet);
        }
        if (parts.contains("status")) {
            all.put("status", status(video, now));
        }
        if (parts.contains("contentDetails")) {
            all.put(
                    "contentDetails",
                    Map.of(
                            "duration",
                            video.length().toString(),
                            "caption",
                            "" + !video.tracks().isEmpty()));
        }
        if (parts.contains("processingDetails") && owner) {
            boolean done = video.processed(now);
            String end = video.verdict(now).isEmpty() ? "succeeded" : "failed";
            all.put("processingDetails", Map.of("processingStatus", done ? end : "processing"));
        }
        if (parts.contains("fileDetails") && owner) {
            all.put("fileDetails", file(video));
        }
        if (parts.contains("statistics")) {
            all.put("statistics", statistics(video, now));
        }
        return all;
    }

    private static Map<String, Object> file(Video video) {
        Kept kept = video.file;
        return Map.of("fileName", video.fileName, "fileSize", "" + kept.size(), "fileType", "video");
    }

    private static Map<String, Object> status(Video video, Instant now) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("uploadStatus", video.uploadStatus(now));
        video.verdict(now)
                .ifPresent(it ->
                        status.put(it.status().equals("failed") ? "failureReason" : "rejectionReason", it.reason()));
        status.put("privacyStatus", video.privacy(now));
        Instant release = video.meta.publishAt();
        if (release != null && now.isBefore(release)) {
            status.put("publishAt", release.toString());
        }
        status.put("license", video.meta.creativeCommons() ? "creativeCommon" : "youtube");
        status.put("embeddable", video.meta.embeddable());
        status.put("publicStatsViewable", video.meta.publicCounts());
        status.put("madeForKids", video.meta.forKids());
        status.put("selfDeclaredMadeForKids", video.meta.forKids());
        status.put("containsSyntheticMedia", video.meta.synthetic());
        return status;
    }

    private static Map<String, Object> statistics(Video video, Instant now) {
        Map<String, Object> counts = new LinkedHashMap<>();
        long views = video.views(now);
        counts.put("viewCount", "" + views);
        if (video.meta.publicCounts()) {
            counts.put("likeCount", "" + views / 20);
        }
        counts.put("favoriteCount", "0");
        if (!video.commentsOff(now)) {
            counts.put("commentCount", "" + video.comments().size());
        }
        return counts;
    }

    static Map<String, Object> channel(Channel channel, Set<String> parts, String avatar) {
        Map<String, Object> all = resource("youtube#channel", channel.id);
        if (parts.contains("snippet")) {
            all.put(
                    "snippet",
                    Map.of(
                            "title",
                            channel.title,
                            "customUrl",
                            "@" + channel.handle,
                            "thumbnails",
                            Map.of("high", Map.of("url", avatar, "width", 800, "height", 800))));
        }
        if (parts.contains("contentDetails")) {
            all.put("contentDetails", Map.of("relatedPlaylists", Map.of("likes", "", "uploads", channel.uploads())));
        }
        if (parts.contains("statistics")) {
            all.put(
                    "statistics",
                    Map.of(
                            "viewCount",
                            "1204000",
                            "subscriberCount",
                            "" + channel.subscribers,
                            "hiddenSubscriberCount",
                            false,
                            "videoCount",
                            "" + channel.videos().size()));
        }
        if (parts.contains("status")) {
            all.put(
                    "status",
                    Map.of(
                            "privacyStatus",
                            "public",
                            "isLinked",
                            true,
                            "longUploadsStatus",
                            channel.verified ? "allowed" : "eligible"));
        }
        return all;
    }

    static Map<String, Object> playlist(Playlist playlist, Set<String> parts) {
        Map<String, Object> all = resource("youtube#playlist", playlist.id);
        if (parts.contains("snippet")) {
            all.put("snippet", Map.of("title", playlist.title));
        }
        if (parts.contains("status")) {
            all.put("status", Map.of("privacyStatus", playlist.privacy));
        }
        if (parts.contains("contentDetails")) {
            all.put("contentDetails", Map.of("itemCount", playlist.items().size()));
        }
        return all;
    }

    static Map<String, Object> item(String id, String playlist, String video, Set<String> parts) {
        Map<String, Object> all = resource("youtube#playlistItem", id);
        if (parts.contains("snippet")) {
            all.put(
                    "snippet",
                    Map.of("playlistId", playlist, "resourceId", Map.of("kind", "youtube#video", "videoId", video)));
        }
        if (parts.contains("contentDetails")) {
            all.put("contentDetails", Map.of("videoId", video));
        }
        return all;
    }

    static Map<String, Object> track(Video video, Video.Track track) {
        Map<String, Object> all = resource("youtube#caption", track.id());
        all.put(
                "snippet",
                Map.of(
                        "videoId",
                        video.id,
                        "language",
                        track.language(),
                        "name",
                        track.name(),
                        "trackKind",
                        "standard",
                        "isDraft",
                        false,
                        "status",
                        "serving"));
        return all;
    }

    static Map<String, Object> thread(Video video, Video.Said said) {
        Map<String, Object> top = resource("youtube#comment", said.id());
        top.put(
                "snippet",
                Map.of(
                        "channelId", video.channel.id,
                        "videoId", video.id,
                        "textDisplay", said.text(),
                        "textOriginal", said.text(),
                        "authorDisplayName", "@" + said.author().handle,
                        "authorChannelId", Map.of("value", said.author().id),
                        "publishedAt", said.at().toString()));
        Map<String, Object> all = resource("youtube#commentThread", said.id());
        all.put(
                "snippet",
                Map.of("channelId", video.channel.id, "videoId", video.id, "topLevelComment", top, "isPublic", true));
        return all;
    }

    static Map<String, Object> list(String kind, List<Map<String, Object>> items) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("kind", kind);
        list.put("etag", "sandbox");
        list.put("pageInfo", Map.of("totalResults", items.size(), "resultsPerPage", Math.max(1, items.size())));
        if (!items.isEmpty() || !kind.equals("youtube#channelListResponse")) {
            list.put("items", items);
        }
        return list;
    }

    private static Map<String, Object> resource(String kind, String id) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kind", kind);
        all.put("etag", "sandbox");
        all.put("id", id);
        return all;
    }

    static String clock(Duration length) {
        long seconds = length.toSeconds();
        return seconds >= 3600
                ? "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60)
                : "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
