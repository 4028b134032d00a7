package planner.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import planner.fake.FakeNetwork;
import planner.workspace.Installation;
import planner.workspace.MasterKey;

class VaultTest extends ChannelTest {
    private static final byte[] PLAIN = "a token".getBytes(StandardCharsets.UTF_8);

    private Vault vault() {
        return new Vault(new KeysetStore(bean(JdbcClient.class)), bean(Installation.class));
    }

    private Vault.Sealed seal(Vault vault, UUID owner) {
        var sealed = bean(TransactionTemplate.class).execute(status -> vault.seal(PLAIN, owner));
        assertThat(sealed).isNotNull();
        return sealed;
    }

    @Test
    void whatIsSealedForOneChannelOpensForNoOther() {
        var owner = UUID.randomUUID();
        var sealed = seal(vault(), owner);
        assertThat(vault().open(sealed.bytes(), owner)).isEqualTo(PLAIN);
        assertThatThrownBy(() -> vault().open(sealed.bytes(), UUID.randomUUID()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChangedByteDoesNotOpen() {
        var owner = UUID.randomUUID();
        var sealed = seal(vault(), owner).bytes();
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault().open(sealed, owner)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherMasterKeyIsRefusedAtTheStart() {
        vault();
        var key = new byte[32];
        key[0] = 42;
        var here = bean(Installation.class);
        var other = new Installation(here.mode(), URI.create("http://127.0.0.1"), here.data(), new MasterKey(key));
        assertThatThrownBy(() -> new Vault(new KeysetStore(bean(JdbcClient.class)), other))
                .hasMessageContaining("PLANNER_MASTER_KEY");
    }

    @Test
    void noKeyStandsReadableInTheDatabase() {
        vault();
        var row =
                sql.sql("select sealed from channel_keyset").query(String.class).single();
        assertThat(row).contains("encryptedKeyset").doesNotContain("\"value\"", "keyData");
    }

    @Test
    void aRotationReachesEveryRowAndRunningProcessesFollow() {
        sql.sql("delete from channel_consent").update();
        sql.sql("delete from channel_choice").update();
        var old = vault();
        var first = connected("token-one");
        network.accounts = credential -> List.of(FakeNetwork.account("2"));
        var second = connected("token-two");
        var before = keyOf(first);
        var done = bean(KeyRotation.class).rotate();
        assertThat(done.resealed()).isGreaterThanOrEqualTo(2);
        assertThat(done.retired()).isGreaterThanOrEqualTo(1);
        assertThat(keyOf(first)).isNotEqualTo(before).isEqualTo(keyOf(second));
        assertThat(channels.session(first, NoFiles.NONE).credential().access()).isEqualTo("token-one");
        assertThat(channels.session(second, NoFiles.NONE).credential().access()).isEqualTo("token-two");
        assertThat(old.open(credentialOf(first), first.value())).isNotEmpty();
        assertThat(seal(old, UUID.randomUUID()).keyId()).isEqualTo(keyOf(first));
    }

    private long keyOf(ChannelId id) {
        return sql.sql("select key_id from channel where id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    private byte[] credentialOf(ChannelId id) {
        return sql.sql("select credential from channel where id = :id")
                .param("id", id.value())
                .query((row, n) -> row.getBytes(1))
                .single();
    }
}
