package planner.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PersonStore {
    private final JdbcClient sql;

    PersonStore(JdbcClient sql) {
        this.sql = sql;
    }

    Person insert(String email, String name, @Nullable String password, Locale locale, ZoneId zone) {
        return sql.sql("""
                insert into person (email, name, password, locale, zone)
                values (:email, :name, :password, :locale, :zone) returning *
                """)
                .param("email", email)
                .param("name", name)
                .param("password", password)
                .param("locale", locale.toLanguageTag())
                .param("zone", zone.getId())
                .query(PersonStore::person)
                .single();
    }

    Optional<Person> find(PersonId id) {
        return sql.sql("""
                select * from person where id = :id
                """).param("id", id.value()).query(PersonStore::person).optional();
    }

    boolean nobody() {
        return sql.sql("""
                select not exists (select from person)
                """).query(Boolean.class).single();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                Locale.forLanguageTag(row.getString("locale")),
                ZoneId.of(row.getString("zone")));
    }
}
