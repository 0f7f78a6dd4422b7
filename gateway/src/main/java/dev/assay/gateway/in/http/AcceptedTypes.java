// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * What a caller accepts, without parameters that mean nothing for what is served here. JSON has one
 * encoding; a charset that the framework took for a wish would be found impossible only when the
 * reply is written, after all the work.
 */
public final class AcceptedTypes implements ContentNegotiationStrategy {

  private static final String QUALITY = "q";

  private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

  @Override
  public List<MediaType> resolveMediaTypes(NativeWebRequest request)
      throws HttpMediaTypeNotAcceptableException {
    return header.resolveMediaTypes(request).stream().map(AcceptedTypes::plain).distinct().toList();
  }

  private static MediaType plain(MediaType type) {
    String quality = type.getParameter(QUALITY);
    Map<String, String> kept = quality == null ? Map.of() : Map.of(QUALITY, quality);
    return new MediaType(type, kept);
  }
}
