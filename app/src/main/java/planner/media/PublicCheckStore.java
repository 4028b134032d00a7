package planner.media;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last look at the public address. */
@Component
class PublicCheckStore {
    private final JdbcClient jdbc;

    PublicCheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(PublicCheck check) {
        jdbc.sql("""
                        insert into public_check (address, checked_at, findings)
                        values (:address, :at, cast(:findings as jsonb))
                        on conflict (only) do update set address = excluded.address, checked_at = excluded.checked_at,
                            findings = excluded.findings
                        """)
                .param("address", check.address().toString())
                .param("at", check.at().atOffset(ZoneOffset.UTC))
                .param("findings", MediaJson.MAPPER.writeValueAsString(check.faults()))
                .update();
    }

    /** Of that address; what was found at another one says nothing about it. */
    Optional<PublicCheck> last(URI address) {
        return jdbc.sql("select checked_at, findings from public_check where address = :address")
                .param("address", address.toString())
                .query((row, number) -> new PublicCheck(
                        address, row.getTimestamp("checked_at").toInstant(), faults(row.getString("findings"))))
                .optional();
    }

    /** A later version may know more. */
    private static List<PublicFault> faults(String json) {
        var names = List.of(MediaJson.MAPPER.readValue(json, String[].class));
        return Arrays.stream(PublicFault.values())
                .filter(fault -> names.contains(fault.name()))
                .toList();
    }
}
