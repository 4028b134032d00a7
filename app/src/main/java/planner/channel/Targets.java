package planner.channel;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.NetworkException;
import planner.network.NetworkId;
import planner.network.TargetReader;

/**
 * What networks tell of the places that posts name, for preflight. An answer serves for an hour; who gets none in time
 * checks by what was known when the account was connected, and the answer serves the next one.
 */
@Service
public class Targets {
    private static final Logger LOG = LoggerFactory.getLogger(Targets.class);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);
    /** A person waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int MOST = 10_000;

    private final Channels channels;
    private final NetworkDirectory networks;
    private final AsyncCache<Key, Optional<String>> told;

    private record Key(ChannelId channel, String target) {}

    Targets(Channels channels, NetworkDirectory networks, Clock clock) {
        this.channels = channels;
        this.networks = networks;
        this.told = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.<Key, Optional<String>>creating(
                        (key, answer) -> answer.isPresent() ? FRESH : AFTER_TROUBLE))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .buildAsync();
    }

    /** The account with all that can be known of the places in this delivery. */
    public Account known(ChannelId channel, NetworkId network, Account account, Delivery delivery) {
        var reader = networks.get(network).targets().orElse(null);
        if (reader == null) {
            return account;
        }
        var answers = new HashMap<String, CompletableFuture<Optional<String>>>();
        for (var target : reader.targets(delivery)) {
            answers.put(target, told.get(new Key(channel, target), key -> read(reader, key)));
        }
        var details = new HashMap<>(account.details());
        long end = System.nanoTime() + PATIENCE.toNanos();
        answers.forEach((target, answer) -> within(answer, end).ifPresent(facts -> details.put(target, facts)));
        return new Account(account.id(), account.name(), account.handle(), account.avatar(), details);
    }

    private Optional<String> read(TargetReader reader, Key key) {
        try {
            return Optional.of(channels.asking(key.channel(), session -> reader.read(key.target(), session)));
        } catch (NetworkException e) {
            LOG.info("{} is not known to channel {}: {}", key.target(), key.channel(), Faults.summary(e.fault()));
            return Optional.empty();
        }
    }

    private static Optional<String> within(CompletableFuture<Optional<String>> answer, long end) {
        try {
            return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException late) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
