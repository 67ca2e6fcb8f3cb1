package dev.evergreen.cache.redis.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * A connection that knows which run of the server it leads to. A server that restarts may come back with an old snapshot in
 * which invalidated entries live again; since a connection never outlives the server's process, whatever is named by the run
 * cannot be such an entry.
 */
final class ServerConnection extends Connection {
    private static final String RUN = "run_id:";

    private final String run;

    ServerConnection(HostAndPort server, JedisClientConfig config) {
        super(new DefaultJedisSocketFactory(server, config), config);
        this.run = readRun();
    }

    /** The server's name for its process, 40 hexadecimal digits, new at each start. */
    String run() {
        return run;
    }

    /** Runs a script by its digest; the server gets its text when it does not know it. */
    Object run(Script script, List<String> keys, List<byte[]> arguments) {
        try {
            return executeCommand(call(Command.EVALSHA, script.digest(), keys, arguments));
        } catch (JedisNoScriptException e) {
            return executeCommand(call(Command.EVAL, script.text(), keys, arguments));
        }
    }

    private static CommandArguments call(Command command, String script, List<String> keys, List<byte[]> arguments) {
        CommandArguments call = new CommandArguments(command).add(script).add(Integer.toString(keys.size()));
        keys.forEach(call::add);
        arguments.forEach(call::add);
        return call;
    }

    private String readRun() {
        boolean known = false;
        try {
            byte[] reply = (byte[]) executeCommand(new CommandArguments(Command.INFO).add("server"));
            String found = new String(reply, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(RUN))
                    .map(line -> line.substring(RUN.length()).strip())
                    .findFirst()
                    .orElseThrow(() -> new JedisDataException("the server does not tell its run_id in INFO"));
            known = true;
            return found;
        } finally {
            if (!known) {
                disconnect();
            }
        }
    }
}
