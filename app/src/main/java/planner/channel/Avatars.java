package planner.channel;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Our own copies of account pictures: the networks' addresses expire, and a viewer's browser should not tell them. */
@Component
class Avatars {
    private static final Logger LOG = LoggerFactory.getLogger(Avatars.class);

    private final JdbcClient jdbc;
    private final ChannelStore channels;
    private final ObjectProvider<Pictures> pictures;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Avatars(
            JdbcClient jdbc,
            ChannelStore channels,
            ObjectProvider<Pictures> pictures,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.pictures = pictures;
        this.events = events;
        this.transaction = transaction;
    }

    record Avatar(String type, byte[] picture) {}

    /** In its own time: nobody waits for a picture, and none is lost that the next check does not bring. */
    void copy(Channel channel) {
        var source = pictures.getIfAvailable();
        var address = channel.account().avatar();
        if (source == null || address == null) {
            return;
        }
        Thread.ofVirtual().name("avatar-" + channel.id()).start(() -> {
            try {
                store(channel, source.fetch(address));
            } catch (IOException | RuntimeException e) {
                LOG.info("The picture of channel {} could not be had: {}", channel.id(), e.getMessage());
            }
        });
    }

    Optional<Avatar> find(ChannelId id) {
        return jdbc.sql("select type, picture from channel_avatar where channel_id = :id")
                .param("id", id.value())
                .query((row, n) -> new Avatar(row.getString("type"), row.getBytes("picture")))
                .optional();
    }

    private void store(Channel channel, Pictures.Picture picture) {
        transaction.executeWithoutResult(status -> {
            int stored = jdbc.sql("""
                            insert into channel_avatar as a (channel_id, type, picture, tag)
                            select id, :type, :picture, :tag from channel where id = :id and state <> 'REMOVED'
                            on conflict (channel_id) do update set type = excluded.type, picture = excluded.picture,
                                tag = excluded.tag
                            where a.picture <> excluded.picture
                            """)
                    .param("type", picture.type())
                    .param("picture", picture.bytes())
                    .param("tag", UUID.randomUUID().toString().substring(0, 8))
                    .param("id", channel.id().value())
                    .update();
            if (stored == 1) {
                channels.find(channel.id())
                        .ifPresent(
                                now -> events.publishEvent(new ChannelChanged(now.workspace(), now.id(), now.state())));
            }
        });
    }
}
