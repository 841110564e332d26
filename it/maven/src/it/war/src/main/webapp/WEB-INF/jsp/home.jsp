<%@ page contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<!DOCTYPE html>
<html>
<head>
  <link rel="stylesheet" href="<c:url value='/css/base.css'/>">
  <script src="<c:url value='/webjars/jquery/3.7.1/jquery.min.js'/>"></script>
  <script src="${pageContext.request.contextPath}/js/basket.js"></script>
</head>
<body>
  <%-- the count comes with the model --%>
  <h1 class="headline"><c:out value="${title}"/></h1>
  <span class="basket__count">0</span>
</body>
</html>
