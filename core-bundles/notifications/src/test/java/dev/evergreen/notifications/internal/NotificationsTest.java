package dev.evergreen.notifications.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.evergreen.domain.PageRequest;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.job.Job;
import dev.evergreen.domain.job.JobState;
import dev.evergreen.domain.json.Json;
import dev.evergreen.domain.notification.Channel;
import dev.evergreen.jobs.JobFailedException;
import dev.evergreen.jobs.JobFilter;
import dev.evergreen.jobs.JobOutcome;
import dev.evergreen.notifications.Notifications.Added;
import dev.evergreen.notifications.Notifications.Delivery;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real PostgreSQL, a real mail server, and a server that takes webhooks. */
@Timeout(60)
class NotificationsTest {
    @TempDir
    private static Path folder;

    private static GreenMail mails;
    private static Hook hook;
    private static Office office;

    @BeforeAll
    static void open() throws IOException {
        mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        hook = new Hook();
        Outlets outlets = new Outlets(
                new Outlets.Mail(
                        "127.0.0.1", mails.getSmtp().getPort(), Outlets.Security.NONE, "", "", "evergreen@example.org"),
                List.of("127.0.0.1", "*.example.org"),
                List.of("127.0.0.0/8"),
                Duration.ofSeconds(5));
        office = new Office(folder, outlets);
        office.handle("production", context -> JobOutcome.done("{}"));
    }

    @AfterAll
    static void close() {
        office.close();
        hook.close();
        mails.stop();
    }

    @BeforeEach
    void forget() {
        office.announcer.announce();
        office.notifications
                .addresses(office.person)
                .forEach(address -> office.notifications.remove(office.person, address.id()));
        hook.calls.clear();
        hook.effects.clear();
    }

    @Test
    void anEndedJobIsToldOnceAtEachAddressWhoeverLooksAndHoweverOften() throws Exception {
        String secret = webhook().signingSecret();
        office.notifications.add(office.person, Channel.EMAIL, "ada@example.org");
        Job film = office.ended("production", JobState.SUCCEEDED);
        long before = office.messages();

        IntStream.range(0, 10).parallel().forEach(i -> office.announcer.announce());

        assertEquals(before + 2, office.messages());
        assertTrue(mails.waitForIncomingEmail(20_000, 1));
        Office.await(() -> hook.calls.size() == 1, () -> "calls: " + hook.calls);
        Hook.Call call = hook.calls.get(0);
        assertEquals(
                WebhookSignature.of(secret, call.id(), Office.NOW.getEpochSecond(), call.body()), call.signature());
        assertEquals(Long.toString(Office.NOW.getEpochSecond()), call.timestamp());
        Map<String, Object> body = Json.readObject(call.body());
        assertEquals("production.succeeded", body.get("type"));
        assertEquals(film.id().toString(), ((Map<?, ?>) body.get("data")).get("jobId"));
        MimeMessage mail = mails.getReceivedMessages()[mails.getReceivedMessages().length - 1];
        assertEquals("\"Make the film\" is done.", mail.getSubject());
        assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
        assertTrue(mail.getMessageID().endsWith("@evergreen>"), mail.getMessageID());
    }

    @Test
    void theSameWebhookTenTimesHasOneEffect() throws Exception {
        webhook();
        office.ended("production", JobState.SUCCEEDED);
        office.announcer.announce();
        Office.await(() -> hook.calls.size() == 1, () -> "calls: " + hook.calls);
        Job sent = office.jobs
                .list(
                        new JobFilter(Optional.empty(), Optional.of(Message.WEBHOOK), Optional.empty(), true),
                        PageRequest.first(1))
                .items()
                .get(0);

        for (int i = 0; i < 9; i++) {
            office.webhooks.handle(new ClaimedJob(sent)); // as after a crash between the answer and the end
        }

        assertEquals(10, hook.calls.size());
        assertEquals(1, hook.effects.size());
        assertEquals(1, hook.calls.stream().map(Hook.Call::body).distinct().count());
        System.out.println("FIGURE a webhook sent 10 times: effects 1");
    }

    @Test
    void aServerThatIsAwayIsAskedAgainAndOneThatRefusesIsNot() throws Exception {
        webhook();
        hook.answer(new String[] {"503"}, new String[] {"500"}, new String[] {"429", "0"});
        office.ended("production", JobState.SUCCEEDED);
        office.announcer.announce();
        Office.await(() -> hook.effects.size() == 1, () -> "calls: " + hook.calls);
        assertEquals(4, hook.calls.size());
        assertEquals(1, hook.calls.stream().map(Hook.Call::id).distinct().count());

        for (String refusal : List.of("410", "302", "400")) {
            hook.calls.clear();
            hook.answer(new String[] {refusal});
            UUID test = office.notifications.test(
                    office.person,
                    office.notifications.addresses(office.person).get(0).id());
            Office.await(() -> office.job(test).state() == JobState.FAILED, () -> refusal + ": " + office.job(test));
            assertEquals(
                    "127.0.0.1 answered the webhook with " + refusal,
                    office.job(test).error());
            assertEquals(1, hook.calls.size());
        }
    }

    @Test
    void whatFailedAndIsRetriedIsToldAgain() throws Exception {
        webhook();
        AtomicBoolean broken = new AtomicBoolean(true);
        office.handle("export.render", context -> {
            if (broken.get()) {
                throw new JobFailedException("the paint is out", Optional.empty(), null);
            }
            return JobOutcome.done("{}");
        });
        Job failed = office.ended("export.render", JobState.FAILED);
        office.announcer.announce();
        Office.await(() -> hook.calls.size() == 1, () -> "calls: " + hook.calls);
        assertTrue(
                hook.calls.get(0).body().contains("the paint is out"),
                hook.calls.get(0).body());
        broken.set(false);
        office.jobs.retry(failed.id());
        Office.await(() -> office.job(failed.id()).state() == JobState.SUCCEEDED, () -> "it is not mended");
        office.announcer.announce();

        Office.await(() -> hook.calls.size() == 2, () -> "calls: " + hook.calls);
        assertTrue(
                hook.calls.get(1).body().contains("export.render.succeeded"),
                hook.calls.get(1).body());
    }

    @Test
    void anAddressIsTestedAndForgotten() throws Exception {
        Added mail = office.notifications.add(office.person, Channel.EMAIL, "test@example.org");
        assertEquals("", mail.signingSecret());
        UUID test = office.notifications.test(office.person, mail.address().id());
        Office.await(() -> office.job(test).state() == JobState.SUCCEEDED, () -> "the test is " + office.job(test));
        assertEquals(1, mails.getReceivedMessagesForDomain("test@example.org").length);
        assertThrows(
                ProblemException.class,
                () -> office.notifications.add(office.person, Channel.EMAIL, "test@example.org"),
                "it is there already");

        office.notifications.remove(office.person, mail.address().id());

        assertEquals(List.of(), office.notifications.addresses(office.person));
        assertThrows(
                ProblemException.class,
                () -> office.notifications.test(office.person, mail.address().id()));
    }

    @Test
    void whoAddedAnAddressSeesWhatBecameOfItsMessages() throws Exception {
        Added hooked = webhook();
        hook.answer(new String[] {"410"});
        UUID refused = office.notifications.test(office.person, hooked.address().id());
        Office.await(() -> office.job(refused).state() == JobState.FAILED, () -> "it is " + office.job(refused));
        UUID taken = office.notifications.test(office.person, hooked.address().id());
        Office.await(() -> office.job(taken).state() == JobState.SUCCEEDED, () -> "it is " + office.job(taken));

        List<Delivery> deliveries = office.notifications.deliveries(office.person);

        assertEquals(
                List.of(taken, refused),
                deliveries.stream().map(Delivery::jobId).toList());
        assertEquals(
                "127.0.0.1 answered the webhook with 410", deliveries.get(1).error());
        assertEquals("test", deliveries.get(0).event());
        assertEquals("This is a test message of Evergreen.", deliveries.get(0).text());
        assertTrue(deliveries.get(0).ended().isPresent());
        office.notifications.remove(office.person, hooked.address().id());
        assertEquals(List.of(), office.notifications.deliveries(office.person), "nobody's any more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1/",
                "http://hooks.example.org/",
                "https://example.com/",
                "https://example.org.evil.net/",
                "https://evilexample.org/",
                "https://user@hooks.example.org/",
                "https:///nowhere",
                "not a url",
                "http://127.0.0.2/"
            })
    void webhooksGoOnlyWhereTheOperatorAllows(String target) {
        assertThrows(ProblemException.class, () -> office.notifications.add(office.person, Channel.WEBHOOK, target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b@c", "two words@example.org", "x@y\r\nRCPT TO:<z@example.org>"})
    void onlyMailAddressesGetMail(String target) {
        assertThrows(ProblemException.class, () -> office.notifications.add(office.person, Channel.EMAIL, target));
    }

    @Test
    void aServerWithoutEncryptionGetsNoMailWhereItIsAskedFor() {
        Outlets strict = new Outlets(
                new Outlets.Mail(
                        "127.0.0.1",
                        mails.getSmtp().getPort(),
                        Outlets.Security.STARTTLS,
                        "",
                        "",
                        "evergreen@example.org"),
                List.of(),
                List.of(),
                Duration.ofSeconds(5));
        Added address = office.notifications.add(office.person, Channel.EMAIL, "secret@example.org");
        Message message =
                new Message(UUID.randomUUID(), address.address().id(), "test", "A secret", Office.NOW, Map.of());
        MailHandler handler = office.mailHandler(strict, Office.DEFAULT_TLS);

        assertThrows(Exception.class, () -> handler.handle(ClaimedJob.of(message)));

        assertEquals(0, mails.getReceivedMessagesForDomain("secret@example.org").length);
    }

    private static Added webhook() {
        return office.notifications.add(office.person, Channel.WEBHOOK, hook.url());
    }
}
