// SPDX-License-Identifier: Apache-2.0
package dev.assay.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority and what it has signed, as files, for tests of connections that are secured. */
public final class Certificates {

  /** Of every key and store that is closed by one. */
  public static final String PASSWORD = "changeit";

  private static final String AUTHORITY = "authority";
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  private final Path folder;

  /** Makes an authority that nobody else trusts. */
  public static Certificates in(Path folder) throws IOException, InterruptedException {
    Certificates made = new Certificates(Files.createDirectories(folder));
    made.keytool(AUTHORITY, "-ext", "bc:c");
    return made;
  }

  private Certificates(Path folder) {
    this.folder = folder;
  }

  /** Signs a certificate of this name, for a server on this machine or for a client. */
  public void sign(String name) throws IOException, InterruptedException {
    keytool(name, "-signer", AUTHORITY, "-ext", "san=dns:localhost,ip:127.0.0.1");
  }

  /** The authority, as PEM. */
  public Path authority() throws IOException {
    try {
      return write("authority.pem", pem("CERTIFICATE", all().getCertificate(AUTHORITY)));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** The authority, as a store of PKCS #12. */
  public Path authorityStore() throws IOException {
    try {
      KeyStore store = empty();
      store.setCertificateEntry(AUTHORITY, all().getCertificate(AUTHORITY));
      return write("authority.p12", store);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** A key and its certificates, as a store of PKCS #12. */
  public Path store(String name) throws IOException {
    try {
      KeyStore store = empty();
      Certificate[] chain = all().getCertificateChain(name);
      store.setKeyEntry(name, key(name), PASSWORD.toCharArray(), chain);
      return write(name + ".p12", store);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** A key without a password, as PEM. */
  public Path keyFile(String name) throws IOException {
    try {
      return write(name + ".key", pem("PRIVATE KEY", key(name).getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** A certificate and those up to the authority, as PEM. */
  public Path certificateFile(String name) throws IOException {
    try {
      StringBuilder text = new StringBuilder();
      for (Certificate each : all().getCertificateChain(name)) {
        text.append(pem("CERTIFICATE", each));
      }
      return write(name + ".crt", text.toString());
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** Key and certificates in one file, as Kafka reads PEM. */
  public Path keyAndCertificates(String name) throws IOException {
    String text = Files.readString(keyFile(name)) + Files.readString(certificateFile(name));
    return write(name + ".pem", text);
  }

  private void keytool(String name, String... more) throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                folder.resolve("all.p12").toString(),
                "-storepass",
                PASSWORD,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-alias",
                name,
                "-dname",
                "CN=" + name));
    line.addAll(List.of(more));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keytool made no " + name + ": " + said);
    }
  }

  private KeyStore all() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("all.p12"))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private Key key(String name) throws IOException, GeneralSecurityException {
    return all().getKey(name, PASSWORD.toCharArray());
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static String pem(String what, Certificate certificate) throws GeneralSecurityException {
    return pem(what, certificate.getEncoded());
  }

  private static String pem(String what, byte[] content) {
    String lines = LINES.encodeToString(content);
    return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
  }

  private Path write(String name, KeyStore store) throws IOException, GeneralSecurityException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  /** Servers and drivers refuse a key that others may read. */
  private Path write(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
