package planner.channel;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What networks told about the places that channels post to. */
@Component
class DemandStore {
    private final JdbcClient jdbc;

    DemandStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was told of these places, by place. @param since what is older counts no more */
    Map<String, String> told(ChannelId channel, Collection<String> places, Instant since) {
        return jdbc
                .sql("""
                        select place, told from channel_demand
                        where channel_id = :channel and place = any(:places) and told_at >= :since
                        """)
                .param("channel", channel.value())
                .param("places", places.toArray(String[]::new))
                .param("since", ChannelStore.at(since))
                .query((row, n) -> Map.entry(row.getString("place"), row.getString("told")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those of the places that were told since then, or at least asked about since {@code asked}. */
    Set<String> known(ChannelId channel, Collection<String> places, Instant told, Instant asked) {
        return jdbc.sql("""
                        select place from channel_demand
                        where channel_id = :channel and place = any(:places) and (told_at >= :told or asked_at >= :asked)
                        """)
                .param("channel", channel.value())
                .param("places", places.toArray(String[]::new))
                .param("told", ChannelStore.at(told))
                .param("asked", ChannelStore.at(asked))
                .query((row, n) -> row.getString("place"))
                .set();
    }

    void told(ChannelId channel, String place, String told, Instant now) {
        jdbc.sql("""
                        insert into channel_demand (channel_id, place, told, told_at, asked_at)
                        values (:channel, :place, :told, :now, :now)
                        on conflict (channel_id, place) do update set
                            told = excluded.told, told_at = excluded.told_at, asked_at = excluded.asked_at
                        """)
                .param("channel", channel.value())
                .param("place", place)
                // PostgreSQL takes no NUL
                .param("told", told.replace("\0", ""))
                .param("now", ChannelStore.at(now))
                .update();
    }

    /** There was no answer; what was told before stays. */
    void asked(ChannelId channel, String place, Instant now) {
        jdbc.sql("""
                        insert into channel_demand (channel_id, place, asked_at) values (:channel, :place, :now)
                        on conflict (channel_id, place) do update set asked_at = excluded.asked_at
                        """)
                .param("channel", channel.value())
                .param("place", place)
                .param("now", ChannelStore.at(now))
                .update();
    }

    void forget(ChannelId channel) {
        jdbc.sql("delete from channel_demand where channel_id = :channel")
                .param("channel", channel.value())
                .update();
    }

    void removeOld(Instant before) {
        jdbc.sql("delete from channel_demand where asked_at < :before")
                .param("before", ChannelStore.at(before))
                .update();
    }
}
