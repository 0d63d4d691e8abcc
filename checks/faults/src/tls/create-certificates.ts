import { type GenerateResult, generate } from "selfsigned";

/** A certificate and its key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Certificates for TLS tests. They are made at run time and valid for a day, so the repository contains no key. */
export interface Certificates {
  /** Certificate of the authority that signed the others, as PEM. */
  readonly ca: string;
  /** For `127.0.0.1` and `localhost`. */
  readonly server: Certificate;
  /** For a client that has to present a certificate. */
  readonly client: Certificate;
}

const day = 24 * 60 * 60 * 1000;
const elliptic = { keyType: "ec", curve: "P-256", algorithm: "sha256" } as const;

/** Creates an authority and the certificates that it signs. */
export async function createCertificates(): Promise<Certificates> {
  // Valid from yesterday, so that a clock that is slightly slow does not refuse it.
  const valid = { notBeforeDate: new Date(Date.now() - day), notAfterDate: new Date(Date.now() + day) };
  const authority = await generate([{ name: "commonName", value: "Fault server CA" }], {
    ...elliptic,
    ...valid,
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const sign = async (name: string, usage: "serverAuth" | "clientAuth"): Promise<Certificate> => {
    const signed: GenerateResult = await generate([{ name: "commonName", value: name }], {
      ...elliptic,
      ...valid,
      ca: { key: authority.private, cert: authority.cert },
      extensions: [
        { name: "extKeyUsage", [usage]: true },
        {
          name: "subjectAltName",
          altNames: [
            { type: 7, ip: "127.0.0.1" },
            { type: 2, value: "localhost" },
          ],
        },
      ],
    });
    return { cert: signed.cert, key: signed.private };
  };
  return {
    ca: authority.cert,
    server: await sign("127.0.0.1", "serverAuth"),
    client: await sign("a client", "clientAuth"),
  };
}
