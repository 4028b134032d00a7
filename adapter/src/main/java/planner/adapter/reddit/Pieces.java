package planner.adapter.reddit;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import planner.adapter.kit.Call;
import planner.adapter.kit.Chunks;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.MediaFiles;

/** The files that go up before a post: its media in their order, and behind a video its poster. */
record Pieces(List<Piece> all) {
    private static final Map<String, String> ENDINGS = Map.of(
            "image/jpeg", "jpg",
            "image/png", "png",
            "image/gif", "gif",
            "video/mp4", "mp4",
            "video/quicktime", "mov");

    /** @param name says the kind only: what a person called the file is nobody's affair */
    record Piece(String name, String type, long bytes, Call.Source source) {}

    static int count(Delivery delivery) {
        return delivery.media().size() + (delivery.format().equals(RedditCapabilities.VIDEO) ? 1 : 0);
    }

    static Pieces of(Delivery delivery, MediaFiles files) {
        var all = new ArrayList<Piece>();
        switch (delivery.format()) {
            case RedditCapabilities.IMAGE -> all.add(piece(delivery.onlyMedium(), files));
            case RedditCapabilities.VIDEO -> {
                var video = delivery.onlyMedium();
                var poster = ((RedditOptions) delivery.options()).poster();
                all.add(piece(video, files));
                all.add(poster == null ? plain(video) : piece(poster, files));
            }
            default -> delivery.media().forEach(media -> all.add(piece(media, files)));
        }
        return new Pieces(List.copyOf(all));
    }

    Piece get(int index) {
        return all.get(index);
    }

    private static Piece piece(Media media, MediaFiles files) {
        var ending = ENDINGS.getOrDefault(media.type(), "bin");
        return new Piece("upload." + ending, media.type(), media.bytes(), Chunks.whole(files, media));
    }

    private static Piece plain(Media video) {
        var picture = Poster.plain(video.width(), video.height());
        return new Piece("poster.png", "image/png", picture.length, () -> new ByteArrayInputStream(picture));
    }
}
