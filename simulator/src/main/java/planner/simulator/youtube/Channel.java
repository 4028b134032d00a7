package planner.simulator.youtube;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A channel with what lies on it. */
final class Channel {
    final String id;
    final String handle;
    final String title;
    final long subscribers;
    /** Whether its owner has proved a phone number: thumbnails of one's own, and more than 15 minutes. */
    final boolean verified;

    private final List<Video> videos = new ArrayList<>();
    private final List<Playlist> playlists = new ArrayList<>();

    Channel(String id, String handle, String title, long subscribers, boolean verified) {
        this.id = id;
        this.handle = handle;
        this.title = title;
        this.subscribers = subscribers;
        this.verified = verified;
    }

    String uploads() {
        return "UU" + id.substring(2);
    }

    synchronized void add(Video video) {
        videos.add(video);
    }

    synchronized void add(Playlist playlist) {
        playlists.add(playlist);
    }

    /** Oldest first. */
    synchronized List<Video> videos() {
        return List.copyOf(videos);
    }

    synchronized List<Playlist> playlists() {
        return List.copyOf(playlists);
    }

    Optional<Video> video(String wanted) {
        return videos().stream().filter(it -> it.id.equals(wanted)).findFirst();
    }

    Optional<Playlist> playlist(String wanted) {
        return playlists().stream().filter(it -> it.id.equals(wanted)).findFirst();
    }

    long uploadedSince(Instant time) {
        return videos().stream().filter(it -> it.created.isAfter(time)).count();
    }
}
