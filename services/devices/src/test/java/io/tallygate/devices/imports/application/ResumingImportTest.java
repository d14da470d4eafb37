package io.tallygate.devices.imports.application;

import static io.tallygate.devices.Calls.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tallygate.commons.identity.Level;
import io.tallygate.devices.Written;
import io.tallygate.devices.directory.Directory;
import io.tallygate.devices.imports.CsvFile;
import io.tallygate.devices.imports.csv.CsvRow;
import io.tallygate.devices.imports.csv.RowReader;
import io.tallygate.devices.imports.domain.ColumnMapping;
import io.tallygate.devices.imports.domain.ColumnPlan;
import io.tallygate.devices.imports.domain.RowJudge;
import io.tallygate.devices.imports.persistence.ImportClaim;
import io.tallygate.devices.imports.persistence.ImportFiles;
import io.tallygate.devices.imports.persistence.ImportProgress;
import io.tallygate.devices.imports.persistence.ImportStore;
import io.tallygate.devices.imports.persistence.LostClaimException;
import io.tallygate.testkit.RelationalStores;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker dies between two batches, or is thought dead and is not; the service's own worker takes over. */
@QuarkusTest
@QuarkusTestResource(RelationalStores.class)
class ResumingImportTest {

    private static final int ROWS = 50;
    private static final int WRITTEN_BEFORE = 20;

    @Inject
    ImportStore store;

    @Inject
    ImportFiles files;

    @Inject
    ImportProgress progress;

    @Inject
    BatchWriter batchWriter;

    @Inject
    Directory directory;

    @Inject
    Written written;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldGoOnBehindTheLastBatchOfADeadWorker(boolean dryRun) throws IOException {
        String text = aFile();
        ImportClaim dead = claimedElsewhere(text, dryRun);
        BatchWriter.Run run = batchWriter.begin(dead);
        run.write(batches(text).next().orElseThrow());

        awaitCompletion(dead.id());

        assertThat(number("accepted", dead.id())).isEqualTo(ROWS);
        assertThat(number("rejected", dead.id())).isZero();
        assertThat(written.number("SELECT count(*) FROM device WHERE import_id = '" + dead.id() + "'"))
                .isEqualTo(dryRun ? 0 : ROWS);
        assertThat(written.number("SELECT count(*) FROM register_entry WHERE subject IN"
                        + " (SELECT id::text FROM device WHERE import_id = '" + dead.id() + "')"))
                .isEqualTo(dryRun ? 0 : ROWS);
    }

    @Test
    void shouldLetAWorkerThatWasThoughtDeadWriteNothingMore() throws IOException {
        String text = aFile();
        ImportClaim slow = claimedElsewhere(text, false);
        ImportBatches batches = batches(text);
        BatchWriter.Run run = batchWriter.begin(slow);
        run.write(batches.next().orElseThrow());
        ImportBatches.Batch second = batches.next().orElseThrow();
        awaitCompletion(slow.id());

        assertThatThrownBy(() -> run.write(second)).isInstanceOf(LostClaimException.class);

        assertThat(written.number("SELECT count(*) FROM device WHERE import_id = '" + slow.id() + "'"))
                .isEqualTo(ROWS);
    }

    private static String aFile() {
        CsvFile file = CsvFile.chinese();
        for (int i = 0; i < ROWS; i++) {
            file.goodRow();
        }
        return file.text();
    }

    /** An import that another process has claimed; its lease ends soon after its first batch. */
    private ImportClaim claimedElsewhere(String text, boolean dryRun) {
        UUID id = UUID.randomUUID();
        UUID claimant = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            store.insert(
                    new ImportStore.NewImport(id, "registrar", Level.TOP_SECRET.rank(), dryRun, "{}", Instant.EPOCH));
            keep(id, text);
            // In the same transaction, so that the service's worker cannot be first; the oldest import is claimed
            // first.
            ImportProgress.Claimed claimed =
                    progress.claim(claimant, Duration.ofSeconds(30)).orElseThrow();
            assertThat(claimed.claim().id()).isEqualTo(id);
        });
        return new ImportClaim(id, claimant, "registrar", Level.TOP_SECRET.rank(), dryRun, "{}", 0);
    }

    private void keep(UUID id, String text) {
        try {
            files.keep(id, new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportBatches batches(String text) throws IOException {
        RowReader rows = new RowReader(new StringReader(text), RowReader.Bounds.DEFAULT);
        CsvRow.Cells header = (CsvRow.Cells) java.util.Objects.requireNonNull(rows.next());
        ColumnPlan.Reading.Understood understood =
                (ColumnPlan.Reading.Understood) ColumnPlan.read(header.cells(), new ColumnMapping(Map.of(), Set.of()));
        RowJudge judge = new RowJudge(understood.plan(), directory, Level.TOP_SECRET.rank());
        return new ImportBatches(rows, judge, WRITTEN_BEFORE, 0);
    }

    private void awaitCompletion(UUID id) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> as("registrar")
                .get("/api/devices/imports/" + id)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("state")
                .equals("COMPLETED"));
    }

    private long number(String column, UUID id) {
        return written.number("SELECT " + column + " FROM device_import WHERE id = '" + id + "'");
    }
}
