package io.tallygate.gate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class GateArchitectureTest {
    private static final JavaClasses GATE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tallygate.gate");

    /** The verdict must be explainable on paper: values and rules, nothing that talks to the world. */
    private static final ArchRule RULES_ARE_PURE = noClasses()
            .that()
            .resideInAnyPackage("..gate.ledger..", "..gate.verdict..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "org.rocksdb..",
                    "io.netty..",
                    "io.micrometer..",
                    "com.google.protobuf..",
                    "io.tallygate.contracts..",
                    "io.tallygate.llrp..",
                    "java.io..",
                    "java.nio.file..");

    private static final ArchRule CORE_KNOWS_NO_FRAMEWORK =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("io.quarkus..", "jakarta..", "io.vertx..");

    /** Nothing that can wait for a broker lies on the way to the horn. */
    private static final ArchRule PIPELINE_KNOWS_NO_KAFKA = noClasses()
            .that()
            .resideInAnyPackage("..gate.portal..", "..gate.spool..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.rocksdb..");

    @Test
    void shouldKeepTheRulesPure() {
        RULES_ARE_PURE.check(GATE);
    }

    @Test
    void shouldKeepFrameworksOutOfTheCore() {
        CORE_KNOWS_NO_FRAMEWORK.check(GATE);
    }

    @Test
    void shouldKeepKafkaAndTheReplicasDiskOffTheWayToTheHorn() {
        PIPELINE_KNOWS_NO_KAFKA.check(GATE);
    }

    @Test
    void shouldNoticeAViolation() {
        ArchRule planted = noClasses()
                .that()
                .resideInAPackage("..gate.replica..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.rocksdb..");

        assertThatThrownBy(() -> planted.check(GATE)).isInstanceOf(AssertionError.class);
    }
}
