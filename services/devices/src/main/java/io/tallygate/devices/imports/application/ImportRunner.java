package io.tallygate.devices.imports.application;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tallygate.devices.directory.Directory;
import io.tallygate.devices.imports.csv.CsvRow;
import io.tallygate.devices.imports.csv.EncodingDetector;
import io.tallygate.devices.imports.csv.RowReader;
import io.tallygate.devices.imports.csv.TextEncoding;
import io.tallygate.devices.imports.domain.ColumnPlan;
import io.tallygate.devices.imports.domain.ImportProblem;
import io.tallygate.devices.imports.domain.RowJudge;
import io.tallygate.devices.imports.persistence.ImportClaim;
import io.tallygate.devices.imports.persistence.ImportFiles;
import io.tallygate.devices.imports.persistence.ImportProgress;
import io.tallygate.devices.imports.persistence.ImportStore;
import io.tallygate.devices.imports.persistence.RejectionStore;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries one claimed import on to its end. */
@Singleton
public class ImportRunner {

    private static final int HEADER_LINES = 1;

    private final ImportStore store;
    private final ImportProgress progress;
    private final ImportFiles files;
    private final RejectionStore rejections;
    private final BatchWriter batchWriter;
    private final Directory directory;
    private final MappingJson mappingJson;
    private final ImportSettings settings;
    private final Clock clock;
    private volatile boolean stopping;

    public ImportRunner(
            ImportStore store,
            ImportProgress progress,
            ImportFiles files,
            RejectionStore rejections,
            BatchWriter batchWriter,
            Directory directory,
            MappingJson mappingJson,
            ImportSettings settings,
            Clock clock) {
        this.store = store;
        this.progress = progress;
        this.files = files;
        this.rejections = rejections;
        this.batchWriter = batchWriter;
        this.directory = directory;
        this.mappingJson = mappingJson;
        this.settings = settings;
        this.clock = clock;
    }

    /** Lets a running import rest after its batch; whoever claims it next goes on there. */
    void stop() {
        stopping = true;
    }

    /** Goes on behind the last row dealt with; a dry run, which leaves nothing behind, from the beginning. */
    void run(ImportClaim claimed) throws IOException {
        ImportClaim claim = claimed.dryRun() ? begunAgain(claimed) : claimed;
        Optional<EncodingDetector.Detected> detected = EncodingDetector.detect(() -> files.open(claim.id()));
        if (detected.isEmpty()) {
            finish(claim, ImportProblem.unreadableEncoding());
            return;
        }
        TextEncoding encoding = detected.get().encoding();
        progress.found(claim, encoding.label(), settings.lease());
        if (detected.get().lines() > settings.maxRows() + HEADER_LINES) {
            finish(claim, ImportProblem.tooManyRows(settings.maxRows()));
            return;
        }
        try (Reader reader = open(claim, encoding)) {
            read(claim, new RowReader(reader, RowReader.Bounds.DEFAULT));
        }
    }

    /** Ends an import and lets its file go. */
    void finish(ImportClaim claim, @Nullable ImportProblem problem) {
        QuarkusTransaction.requiringNew().run(() -> {
            store.finish(claim, problem, clock.instant());
            files.remove(claim.id());
        });
    }

    private void read(ImportClaim claim, RowReader rows) throws IOException {
        switch (header(claim, rows.next())) {
            case ColumnPlan.Reading.Refused refused -> finish(claim, refused.problem());
            case ColumnPlan.Reading.Understood understood -> {
                rows.expect(understood.plan().width());
                RowJudge judge = new RowJudge(understood.plan(), directory, claim.clearanceRank());
                takeAll(claim, rows, judge);
            }
        }
    }

    private ColumnPlan.Reading header(ImportClaim claim, @Nullable CsvRow first) {
        return first instanceof CsvRow.Cells header
                ? ColumnPlan.read(header.cells(), mappingJson.read(claim.mapping()))
                : new ColumnPlan.Reading.Refused(ImportProblem.noHeader());
    }

    private void takeAll(ImportClaim claim, RowReader rows, RowJudge judge) throws IOException {
        ImportBatches batches = new ImportBatches(rows, judge, settings.batch(), claim.lastRow());
        BatchWriter.Run run = batchWriter.begin(claim);
        try (ReadAhead ahead = new ReadAhead(batches)) {
            Optional<ImportBatches.Batch> batch = ahead.next();
            while (batch.isPresent() && !stopping) {
                run.write(batch.get());
                batch = ahead.next();
            }
            if (batch.isEmpty()) {
                finish(run.claim(), null);
            }
        }
    }

    private ImportClaim begunAgain(ImportClaim claim) {
        QuarkusTransaction.requiringNew().run(() -> {
            progress.restart(claim);
            rejections.removeAll(claim.id());
        });
        return claim.movedTo(0);
    }

    private Reader open(ImportClaim claim, TextEncoding encoding) throws IOException {
        InputStream file = files.open(claim.id());
        file.skipNBytes(encoding.bomLength());
        // The decoder replaces what a cut has left of a character; the row that holds it is then known to be cut.
        return new BufferedReader(new InputStreamReader(file, encoding.charset()), 64 * 1024);
    }
}
