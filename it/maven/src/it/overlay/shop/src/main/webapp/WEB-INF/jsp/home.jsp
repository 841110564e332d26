<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<html>
<head>
<link rel="stylesheet" href="<c:url value='/css/base.css'/>">
<link rel="stylesheet" href="<c:url value='/css/lower.css'/>">
</head>
<body class="lower version">${shown}</body>
</html>
