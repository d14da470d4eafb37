package io.tallygate.sightings.epcis.rest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * GS1's JSON schema of EPCIS 2.0. It is GS1's to hand out, so it is no part of this repository: it is looked for as {@code
 * shared/epcis} beside the repository, or wherever {@code TALLYGATE_EPCIS_SCHEMA} says.
 */
final class EpcisSchema {

    private static final String NAME = "EPCIS-JSON-Schema.json";

    private EpcisSchema() {}

    /** What the schema finds wrong with the document; the test is left out where there is no schema. */
    static Set<ValidationMessage> faults(String document) throws IOException {
        Optional<Path> file = find();
        assumeTrue(file.isPresent(), "GS1's EPCIS schema is not here; set TALLYGATE_EPCIS_SCHEMA to its folder");
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(Files.readString(file.orElseThrow()));
        return schema.validate(document, InputFormat.JSON, execution -> execution
                .getExecutionConfig()
                .setFormatAssertionsEnabled(true));
    }

    private static Optional<Path> find() {
        String told = System.getenv("TALLYGATE_EPCIS_SCHEMA");
        Stream<Path> folders = told != null
                ? Stream.of(Path.of(told))
                : Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                        .map(folder -> folder.resolve("shared").resolve("epcis"));
        return folders.map(folder -> folder.resolve(NAME))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
