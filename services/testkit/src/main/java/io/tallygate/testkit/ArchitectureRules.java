package io.tallygate.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;

/** What holds for the code of every service. */
public final class ArchitectureRules {

    /** The domain is plain Java: no framework, no database, no HTTP, no Kafka. */
    public static final ArchRule DOMAIN_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "io.vertx..",
                    "io.smallrye..",
                    "jakarta..",
                    "org.hibernate..",
                    "org.apache.kafka..",
                    "com.mongodb..",
                    "java.sql..",
                    "com.google.protobuf..",
                    "io.tallygate.contracts..")
            .allowEmptyShould(true);

    /** Outer rings may use inner ones, never the other way round. */
    public static final ArchRule DOMAIN_KNOWS_NO_OUTER_RING = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..rest..", "..persistence..", "..messaging..", "..application..")
            .allowEmptyShould(true);

    /** The domain is handed its time. */
    public static final ArchRule DOMAIN_READS_NO_CLOCK = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .allowEmptyShould(true);

    /** Names tell the ring. */
    public static final ArchRule RESOURCES_LIVE_IN_REST = classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .resideInAPackage("..rest..")
            .allowEmptyShould(true);

    public static final List<ArchRule> ALL = List.of(
            DOMAIN_KNOWS_NO_FRAMEWORK, DOMAIN_KNOWS_NO_OUTER_RING, DOMAIN_READS_NO_CLOCK, RESOURCES_LIVE_IN_REST);

    private ArchitectureRules() {}

    /** Checks every rule on the production classes of {@code packageName}, which must exist. */
    public static void verify(String packageName) {
        JavaClasses production = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(packageName);
        if (production.isEmpty()) {
            throw new AssertionError("No classes in " + packageName + ": the rules would guard nothing");
        }
        ALL.forEach(rule -> rule.check(production));
    }
}
