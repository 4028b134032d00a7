package planner.media;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bytes that were replaced, and the deliveries that may still send them. */
@Component
class EarlierStore {
    private final JdbcClient jdbc;

    EarlierStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Asset asset, Collection<UUID> deliveries, Instant now) {
        jdbc.sql("""
                        insert into asset_earlier (id, workspace_id, asset_id, name, kind, type, bytes, sha256, replaced_at)
                        values (:id, :workspace, :asset, :name, :kind, :type, :bytes, :sha256, :now)
                        """)
                .param("id", asset.fileId())
                .param("workspace", asset.workspace().value())
                .param("asset", asset.id().value())
                .param("name", asset.name())
                .param("kind", asset.kind().name())
                .param("type", asset.type())
                .param("bytes", asset.bytes())
                .param("sha256", asset.sha256())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        insert into asset_earlier_hold (earlier_id, delivery_id)
                        select :id, delivery from unnest(:deliveries) as delivery on conflict do nothing
                        """)
                .param("id", asset.fileId())
                .param("deliveries", deliveries.toArray(UUID[]::new))
                .update();
    }

    List<UUID> holders() {
        return jdbc.sql("select distinct delivery_id from asset_earlier_hold")
                .query(UUID.class)
                .list();
    }

    void release(Collection<UUID> deliveries) {
        jdbc.sql("delete from asset_earlier_hold where delivery_id = any (:deliveries)")
                .param("deliveries", deliveries.toArray(UUID[]::new))
                .update();
    }

    /** What nothing may send and no open link gives. @return the hashes of their files */
    List<String> dropUnheld(Instant now) {
        return jdbc.sql("""
                        delete from asset_earlier e
                        where not exists (select from asset_earlier_hold h where h.earlier_id = e.id)
                          and not exists (select from asset_link l where l.file_id = e.id and l.expires_at > :now)
                        returning sha256
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    /** @return the hashes of their files */
    List<String> dropOf(AssetId asset) {
        return jdbc.sql("delete from asset_earlier where asset_id = :asset returning sha256")
                .param("asset", asset.value())
                .query(String.class)
                .list();
    }
}
