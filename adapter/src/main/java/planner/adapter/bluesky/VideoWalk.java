package planner.adapter.bluesky;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import planner.adapter.bluesky.At.Blob;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Session;

/** The way of a video through the video service. Nothing of it shows before the post is written. */
final class VideoWalk {
    private static final Duration POLL = Duration.ofSeconds(3);
    private static final Duration AGAIN = Duration.ofSeconds(30);
    // The document speaks of about 16 MB for one piece (sheet 2.5).
    private static final long LARGEST_WHOLE = 16_000_000;

    private final VideoApi api;

    VideoWalk(VideoApi api) {
        this.api = api;
    }

    Outcome<At> allowance(At.VideoAllowance at, Media media, Session session) {
        var allowance = api.getUploadLimits(session);
        if (!allowance.canUpload()) {
            throw new NetworkException(BlueskyFaults.noUploads(
                    Objects.requireNonNullElse(allowance.error(), ""),
                    Objects.requireNonNullElse(allowance.message(), "")));
        }
        return new Outcome.Next<>(
                media.bytes() <= LARGEST_WHOLE ? new At.VideoWhole(at.work()) : new At.VideoStart(at.work()));
    }

    Outcome<At> whole(At.VideoWhole at, Media media, Delivery delivery, Session session) {
        var job = api.uploadVideo(media, name(at, delivery), session);
        return new Outcome.Next<>(new At.VideoProcessing(at.work(), job.id()));
    }

    Outcome<At> start(At.VideoStart at, Media media, Delivery delivery, Session session) {
        var started = api.startUpload(media, name(at, delivery), session);
        return new Outcome.Next<>(
                new At.VideoPart(at.work(), started.jobId(), started.partSizeBytes(), started.partCount(), 1));
    }

    Outcome<At> part(At.VideoPart at, Media media, Session session) {
        long offset = (at.part() - 1) * at.partBytes();
        long length = Math.min(at.partBytes(), media.bytes() - offset);
        api.uploadPart(at.job(), at.part(), offset, length, media, session);
        return new Outcome.Next<>(
                at.part() < at.parts()
                        ? new At.VideoPart(at.work(), at.job(), at.partBytes(), at.parts(), at.part() + 1)
                        : new At.VideoFinish(at.work(), at.job()));
    }

    Outcome<At> finish(At.VideoFinish at, Session session) {
        return new Outcome.Next<>(new At.VideoProcessing(at.work(), api.finishUpload(at.job(), session)));
    }

    Outcome<At> processing(At.VideoProcessing at, Function<Blob, Outcome<At>> ready) {
        var job = api.getJobStatus(at.job());
        if (job.blob() != null) {
            return ready.apply(job.blob());
        }
        if (!"JOB_STATE_FAILED".equals(job.state())) {
            return new Outcome.Later<>(at, POLL, "Bluesky is processing the video");
        }
        if (at.work().rounds() == 0 && BlueskyFaults.worthAnother(job.failure())) {
            return new Outcome.Later<>(
                    new At.VideoAllowance(at.work().another()),
                    AGAIN,
                    "Bluesky could not process the video; it is sent once more");
        }
        throw new NetworkException(BlueskyFaults.ofJob(job.failure(), job.message()));
    }

    /** The service wants names that it has not seen: another round has another. */
    private static String name(At at, Delivery delivery) {
        int rounds = at.work().rounds();
        return delivery.id() + "-" + at.work().blobs().size() + (rounds == 0 ? "" : "-" + rounds) + ".mp4";
    }
}
