package io.tallygate.standalone;

/** Sets up given servers and ends: topics on {@code TALLYGATE_KAFKA}, databases on {@code TALLYGATE_POSTGRES}. */
public final class SetUpMain {
    private SetUpMain() {}

    public static void main(String[] args) {
        GivenServers.setUp(Settings.of(System.getenv()));
        System.out.println("Topics and databases are there");
    }
}
