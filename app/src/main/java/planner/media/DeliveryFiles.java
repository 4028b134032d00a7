package planner.media;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.workspace.Installation;
import planner.workspace.WorkspaceId;

/** The files of one delivery, for the adapter that publishes it. */
final class DeliveryFiles implements MediaFiles {
    private static final Duration LEAST = Duration.ofHours(25);
    private static final Duration OPEN = Duration.ofHours(72);
    private static final int LONGEST_NAME = 60;

    private final FileStore store;
    private final MediaFolder folder;
    private final LinkSigner signer;
    private final Installation installation;
    private final Clock clock;
    private final WorkspaceId workspace;
    private final UUID delivery;

    DeliveryFiles(
            FileStore store,
            MediaFolder folder,
            LinkSigner signer,
            Installation installation,
            Clock clock,
            WorkspaceId workspace,
            UUID delivery) {
        this.store = store;
        this.folder = folder;
        this.signer = signer;
        this.installation = installation;
        this.clock = clock;
        this.workspace = workspace;
        this.delivery = delivery;
    }

    @Override
    public InputStream open(Media media, long offset) throws IOException {
        var kept = store.find(workspace, media.id())
                .orElseThrow(() -> new FileNotFoundException("the file " + media.name() + " was deleted"));
        var file = FileChannel.open(folder.file(kept.sha256()), StandardOpenOption.READ);
        try {
            return Channels.newInputStream(file.position(offset));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public URI publicUrl(Media media) {
        if (store.find(workspace, media.id()).isEmpty()) {
            throw new NoSuchAsset(new AssetId(media.id()));
        }
        var now = clock.instant();
        store.link(delivery, media.id(), now.plus(LEAST), now.plus(OPEN));
        var token = signer.token(new LinkSigner.Link(delivery, media.id()));
        return URI.create(installation.publicUrl() + "/m/" + token + "/" + fileName(media));
    }

    /** Networks judge by the ending, and choke on spaces and accents. */
    private static String fileName(Media media) {
        int dot = media.name().lastIndexOf('.');
        var stem = (dot < 0 ? media.name() : media.name().substring(0, dot))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var kept = stem.isEmpty() ? "file" : stem.substring(0, Math.min(stem.length(), LONGEST_NAME));
        return kept + "." + FileType.ending(media.type());
    }
}
