package io.tallygate.standalone;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keycloak's own build: fixes what cannot change later, so that it starts fast. Done once for these options. */
record KeycloakBuild(Path distribution) {
    private static final List<String> OPTIONS = List.of(
            "--db=postgres",
            "--health-enabled=true",
            "--http-management-health-enabled=false",
            "--transaction-xa-enabled=false",
            "--features-disabled=admin-fine-grained-authz,authorization,ciba,device-flow,kerberos,organization,"
                    + "token-exchange-standard,step-up-authentication-saml,impersonation,identity-brokering-api,"
                    + "passkeys,par,dpop");

    /** Returns whether there was anything to do. */
    boolean run(Path log) throws IOException, InterruptedException {
        Path stamp = distribution.resolve("tallygate-build");
        String wanted = String.join("\n", OPTIONS);
        if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
            return false;
        }
        List<String> command = new ArrayList<>(
                List.of("bash", distribution.resolve("bin/kc.sh").toString(), "build"));
        command.addAll(OPTIONS);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home", ""));
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IOException("Keycloak could not be built; see " + log);
        }
        Files.writeString(stamp, wanted);
        return true;
    }
}
